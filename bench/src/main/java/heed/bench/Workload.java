package heed.bench;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Describes the input: the same numbers give the same bytes.
 *
 * @param responses records, repetitions, corrections and withdrawals among them
 * @param responsesADay records that arrive within a day
 * @param hospitals hospitals; the first is the largest
 * @param units units of each hospital
 * @param survey what is asked
 */
record Workload(long responses, long responsesADay, int hospitals, int units, Survey survey) {

    static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    static final double DUPLICATES = .05;
    static final double CORRECTIONS = .01;
    static final double WITHDRAWALS = .005;
    static final double LATE = .02;

    /** Returns when the i-th record arrives. */
    long arrivalMs(long i) {
        return BEGIN.toEpochMilli() + (long) ((double) i / responsesADay * TimeUnit.DAYS.toMillis(1));
    }

    /** Says what the input is, for a reader. */
    String text() {
        return "%,d responses, %,d a day, %d hospitals of %d units, %d measures"
                .formatted(responses, responsesADay, hospitals, units, survey.measures());
    }
}
