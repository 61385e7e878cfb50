package heed.topology.silence;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * Follows the pulses of one partition: when the pipeline was listening, by the hour.
 *
 * <p>The newest pulse is the partition's clock. An hour was listened to if pulses covered all of it without a gap of
 * more than two and a half intervals. A clock that jumps ahead leaves a gap, one that is set back sends pulses that are
 * older than the newest and change nothing. Hours are judged {@link #GRACE_MS} after their end: a response may reach
 * the topic after a pulse that was sent later.
 */
final class Listening {

    static final long HOUR_MS = 3_600_000;

    /** How long after an hour's end its responses may still come in. */
    static final long GRACE_MS = 5 * 60_000;

    private static final long NEVER = -1;

    private final HourBits listened = new HourBits();
    private long newestMs = NEVER;
    private long coveredSinceMs = NEVER;
    private long dueMs = NEVER;
    private long closedHour = NEVER;

    /**
     * Takes a pulse that arrived at {@code atMs} and says when the next is due; returns the last hour that it makes
     * certain to have been listened to, or -1 where it makes none.
     */
    long pulse(long atMs, long everyMs) {
        if (atMs <= newestMs) {
            return NEVER;
        }
        if (newestMs == NEVER || atMs > dueMs) {
            coveredSinceMs = atMs;
        }
        newestMs = atMs;
        dueMs = atMs + everyMs * 5 / 2;
        return close(Math.floorDiv(atMs - GRACE_MS, HOUR_MS) - 1);
    }

    private long close(long last) {
        long first = Math.max(closedHour + 1, Math.floorDiv(coveredSinceMs + HOUR_MS - 1, HOUR_MS));
        for (long hour = first; hour <= last; hour++) {
            listened.set(hour);
        }
        if (first > last) {
            return NEVER;
        }
        closedHour = last;
        return last;
    }

    /** Returns the hours listened to. */
    HourBits hours() {
        return listened;
    }

    void write(RowWriter row) {
        row.number(newestMs).number(coveredSinceMs).number(dueMs).number(closedHour);
        listened.write(row);
    }

    void read(RowReader row) {
        newestMs = row.number();
        coveredSinceMs = row.number();
        dueMs = row.number();
        closedHour = row.number();
        listened.read(row);
    }
}
