package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.List;
import java.util.Map;

/** Makes baselines from written-down tallies, by way of the bytes that the state is stored as. */
final class Tallies {

    private Tallies() {}

    /** Makes the baseline of a tally; what it does not say is zero. */
    static Baseline baseline(Map<?, ?> tally) {
        int[] losses = new int[Loss.LEVELS];
        ((Map<?, ?>) tally.get("h")).forEach((loss, n) -> losses[Integer.parseInt(loss.toString())] = (Integer) n);
        RowWriter out = new RowWriter();
        out.unsigned(tally.containsKey("D") ? (Integer) tally.get("D") : 1);
        out.sparse(losses);
        for (int weekday = 0; weekday < Tally.WEEKDAYS; weekday++) {
            out.unsigned(tally.containsKey("nw") ? (Integer) ((List<?>) tally.get("nw")).get(weekday) : 0);
            out.unsigned(tally.containsKey("sw") ? (Integer) ((List<?>) tally.get("sw")).get(weekday) : 0);
        }
        for (String integer : List.of("n2", "P", "P1")) {
            out.unsigned(tally.containsKey(integer) ? (Integer) tally.get(integer) : 0);
        }
        for (String number : List.of("C", "C1")) {
            out.real(tally.containsKey(number) ? Vectors.number(tally.get(number)) : 0);
        }
        Baseline baseline = new Baseline();
        baseline.read(new RowReader().of(out.toBytes()));
        return baseline;
    }
}
