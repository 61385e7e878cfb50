package heed.bench;

import java.time.Instant;

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

    private static final long DAY_MS = 86_400_000;

    /** Returns when the i-th record arrives, ms. */
    long arrival(long i) {
        return BEGIN.toEpochMilli() + (long) ((double) i / responses * days * DAY_MS);
    }
}
