package heed.topology.detect;

/** Room for the odds of a day by fall and hour: thousands of keys weigh days all the time, and none keeps them. */
final class WeighingRoom {

    static final ThreadLocal<double[][]> OF_THREAD =
            ThreadLocal.withInitial(() -> new double[DropOdds.FALLS][WatchRule.BLOCKS]);

    private WeighingRoom() {}
}
