package heed.topology.detect;

/**
 * Weighs days, one after the other: thousands of keys weigh days all the time, and none keeps their odds, so those of a
 * partition share the room for them. Not safe for use by several threads.
 */
final class WeighingRoom {

    private final double[][] odds = new double[DropOdds.FALLS][WatchRule.BLOCKS];
    private final int[] zeros = new int[Loss.LEVELS];

    /** Weighs a day's answers; those weighed before are forgotten. */
    void weigh(HourTally hours, DropOdds by) {
        by.weigh(hours, odds, zeros);
    }

    /** Returns the odds under fall {@code j} of the answers from {@code hour} on of the day weighed last. */
    double from(int hour, int j) {
        return odds[j][hour];
    }

    /**
     * Computes the odds of a whole day into {@code whole}, and into {@code later} the sum over the later hours of the
     * odds of the answers from that hour on.
     */
    void weigh(HourTally hours, DropOdds by, double[] whole, double[] later) {
        weigh(hours, by);
        for (int j = 0; j < DropOdds.FALLS; j++) {
            whole[j] = odds[j][0];
            later[j] = 0;
            for (int hour = WatchRule.BLOCKS - 1; hour > 0; hour--) {
                later[j] += odds[j][hour];
            }
        }
    }
}
