package heed.topology.silence;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * Follows the pulses of one partition: when the pipeline was listening, by the hour.
 *
 * <p>The newest pulse is the partition's clock. An hour was listened to if pulses covered all of it without a gap of more than two
 * and a half intervals. A clock that jumps ahead leaves a gap, one that is set back sends pulses that are older than the newest
 * and change nothing. Hours are judged {@link #GRACE_MS} after their end: a response may reach the topic after a pulse
 * that was sent later.
 */
final class Listening {

    static final long HOUR_MS = 3_600_000;

    /** How long after an hour's end its responses may still come in. */
    static final long GRACE_MS = 5 * 60_000;

    private static final long NEVER = -1;

    private final HourBits listened = new HourBits();
    private long newest = NEVER;
    private long coveredSince = NEVER;
    private long due = NEVER;
    private long closed = NEVER;

    /**
     * Takes a pulse that arrived at {@code at} and says when the next is due; returns the last hour that it makes certain to
     * have been listened to, or -1 where it makes none.
     */
    long pulse(long at, long everyMs) {
        if (at <= newest) {
            return NEVER;
        }
        if (newest == NEVER || at > due) {
            coveredSince = at;
        }
        newest = at;
        due = at + everyMs * 5 / 2;
        return close(Math.floorDiv(at - GRACE_MS, HOUR_MS) - 1);
    }

    private long close(long last) {
        long first = Math.max(closed + 1, Math.floorDiv(coveredSince + HOUR_MS - 1, HOUR_MS));
        for (long hour = first; hour <= last; hour++) {
            listened.set(hour);
        }
        if (first > last) {
            return NEVER;
        }
        closed = last;
        return last;
    }

    /** Returns the hours listened to. */
    HourBits hours() {
        return listened;
    }

    void write(RowWriter row) {
        row.number(newest).number(coveredSince).number(due).number(closed);
        listened.write(row);
    }

    void read(RowReader row) {
        newest = row.number();
        coveredSince = row.number();
        due = row.number();
        closed = row.number();
        listened.read(row);
    }
}
