package heed.topology.detect.mix;

import heed.topology.detect.Loss;
import heed.topology.detect.WatchRule;

/**
 * Counts the answers of one category before a drop and since it began. Losses are in sixtieths, 0 being the best
 * answer.
 *
 * <p>Fewer than {@link #FEWEST_BEFORE} answers before or {@link #FEWEST_SINCE} since tell nothing of a category.
 */
record Stratum(long before, long lossBefore, long since, long lossSince) {

    static final int FEWEST_BEFORE = 20;
    private static final int FEWEST_SINCE = 5;

    /**
     * Returns what is left without {@code part}; never less than nothing, whatever was taken back from the wrong one.
     */
    Stratum less(Stratum part) {
        long left = Math.max(0, before - part.before);
        long leftSince = Math.max(0, since - part.since);
        return new Stratum(
                left,
                Math.max(0, Math.min(lossBefore - part.lossBefore, left * Loss.WORST)),
                leftSince,
                Math.max(0, Math.min(lossSince - part.lossSince, leftSince * Loss.WORST)));
    }

    boolean isCompared() {
        return before >= FEWEST_BEFORE && since >= FEWEST_SINCE;
    }

    /** Returns by how much the mean score fell, 0 to 1; needs answers on both sides. */
    double fall() {
        return mean(since, lossSince) - mean(before, lossBefore);
    }

    /** Returns the variance of the mean before. */
    double varianceBefore() {
        return variance(expected(before, lossBefore)) / before;
    }

    /**
     * Returns the variance of the mean since, at least what it would be had the category fallen by the smallest that
     * the watch looks for. By chance a few answers are all good; their own variance would make that a proof that
     * nothing fell.
     */
    double varianceSince() {
        double fallen = Math.min(.5, expected(before, lossBefore) + WatchRule.SMALLEST_FALL);
        return Math.max(variance(expected(since, lossSince)), variance(fallen)) / since;
    }

    static double mean(long n, long loss) {
        return loss / (double) Loss.WORST / n;
    }

    /** Returns the mean with half an answer of each kind added, which keeps it from 0 and 1. */
    private static double expected(long n, long loss) {
        return (loss / (double) Loss.WORST + .5) / (n + 1);
    }

    private static double variance(double mean) {
        return mean * (1 - mean);
    }
}
