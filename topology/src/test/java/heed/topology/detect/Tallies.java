package heed.topology.detect;

import java.util.List;
import java.util.Map;

/** Makes baselines from written-down tallies, by way of the bytes that the state is stored as. */
final class Tallies {

    private Tallies() {}

    /** Makes the baseline of a tally; what it does not say is zero. */
    static Baseline baseline(Map<?, ?> tally) {
        int[] losses = new int[Loss.LEVELS];
        ((Map<?, ?>) tally.get("h")).forEach((loss, n) -> losses[Integer.parseInt(loss.toString())] = (Integer) n);
        StateWriter out = new StateWriter();
        out.putUnsigned(tally.containsKey("D") ? (Integer) tally.get("D") : 1);
        out.putSparse(losses);
        for (int weekday = 0; weekday < Tally.WEEKDAYS; weekday++) {
            out.putUnsigned(tally.containsKey("nw") ? (Integer) ((List<?>) tally.get("nw")).get(weekday) : 0);
            out.putUnsigned(tally.containsKey("sw") ? (Integer) ((List<?>) tally.get("sw")).get(weekday) : 0);
        }
        for (String integer : List.of("n2", "P", "P1")) {
            out.putUnsigned(tally.containsKey(integer) ? (Integer) tally.get(integer) : 0);
        }
        for (String number : List.of("C", "C1")) {
            out.putDouble(tally.containsKey(number) ? Vectors.number(tally.get(number)) : 0);
        }
        Baseline baseline = new Baseline();
        baseline.read(new StateReader(out.toByteArray()));
        return baseline;
    }
}
