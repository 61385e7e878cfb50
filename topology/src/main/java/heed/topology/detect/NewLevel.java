package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * Learns, while a drop or a rise is open, from the days since it began, so that a person may make its level the usual
 * one.
 *
 * <p>Of the days sealed since it was found, those after the day on which it began: whole days, and none of those before
 * the change.
 */
final class NewLevel {

    private long first;
    private Learning learned = new Learning();

    /** Begins with a change of the moment {@code sinceLocalMs}, in local milliseconds as if they were UTC. */
    void begin(long sinceLocalMs) {
        first = Math.floorDiv(sinceLocalMs, DropEstimate.DAY_MS) + 1;
        learned = new Learning();
    }

    void seal(OpenDay day) {
        if (belongs(day)) {
            learned.learn(day);
        }
    }

    /** Tells whether a day lies wholly after the change. */
    boolean belongs(OpenDay day) {
        return day.day() >= first;
    }

    Learning learned() {
        return learned;
    }

    void write(RowWriter out) {
        out.number(first);
        learned.write(out);
    }

    void read(RowReader in) {
        first = in.number();
        learned = new Learning();
        learned.read(in);
    }
}
