package heed.bench;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Describes the input: the same numbers give the same bytes.
 *
 * @param responses records, of which one in twenty repeats an earlier one
 * @param hospitals hospitals; the first is the largest
 * @param days days that pass between the first arrival and the last
 */
record Workload(long responses, int hospitals, int days) {

    static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    static final int WARDS = 5;
    static final double DUPLICATES = .05;
    static final double LATE = .01;

    /** Returns when the i-th record arrives. */
    long arrivalMs(long i) {
        return BEGIN.toEpochMilli() + (long) ((double) i / responses * days * TimeUnit.DAYS.toMillis(1));
    }
}
