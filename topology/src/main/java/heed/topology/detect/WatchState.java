package heed.topology.detect;

/**
 * Shows the watch over one key at one moment, for gauges and tests.
 *
 * @param baselineN responses in the baseline
 * @param baselineDays days in the baseline
 * @param baseline the usual score, 0 to 1
 * @param icc correlation of answers given on one day
 * @param evidence evidence of a drop, which opens at 1
 * @param recovery evidence of recovery, which closes the drop at 1
 * @param late answers and retractions that came after their day was sealed
 */
public record WatchState(
        WatchStatus status,
        long baselineN,
        int baselineDays,
        double baseline,
        double icc,
        double evidence,
        double recovery,
        long late) {}
