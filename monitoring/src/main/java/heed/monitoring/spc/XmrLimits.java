package heed.monitoring.spc;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * Says where points of an XmR chart are expected: their mean, and 2.66 mean moving ranges to either side of it. A point
 * that is missing is NaN; it has no part in the mean, and there is no moving range to it or from it.
 *
 * @param reach from the mean to either limit
 */
public record XmrLimits(double mean, double reach) {

    /** Three standard deviations of a point, in mean moving ranges of two: 3 / 1.128. */
    private static final double TO_LIMIT = 2.66;
    /** A moving range larger than so many mean ones is an outlier (Shewhart's D4 for ranges of two). */
    private static final double OUTLYING = 3.267;
    /** Equal points have a mean that differs from them by rounding; that is no distance. */
    private static final double NO_DISTANCE = 1e-9;

    /**
     * Returns the limits as the tools of Making Data Count draw them, of all moving ranges; nothing where there are
     * none.
     */
    public static Optional<XmrLimits> of(double... points) {
        return of(points, movingRanges(points));
    }

    /** Returns the limits as the R package NHSRplotthedots draws them: outlying moving ranges do not widen them. */
    public static Optional<XmrLimits> screened(double... points) {
        double[] ranges = movingRanges(points);
        double most = OUTLYING * Arrays.stream(ranges).average().orElse(0);
        return of(points, Arrays.stream(ranges).filter(range -> range <= most).toArray());
    }

    private static Optional<XmrLimits> of(double[] points, double[] ranges) {
        DoublePredicate known = point -> !Double.isNaN(point);
        return ranges.length == 0
                ? Optional.empty()
                : Optional.of(new XmrLimits(
                        Arrays.stream(points).filter(known).average().orElseThrow(),
                        TO_LIMIT * Arrays.stream(ranges).average().orElseThrow()));
    }

    private static double[] movingRanges(double[] points) {
        double[] ranges = new double[Math.max(0, points.length - 1)];
        for (int at = 0; at < ranges.length; at++) {
            ranges[at] = Math.abs(points[at + 1] - points[at]);
        }
        return Arrays.stream(ranges).filter(range -> !Double.isNaN(range)).toArray();
    }

    /** Returns the lower limit, which may be below what a score can be. */
    public double lower() {
        return mean - reach;
    }

    /** Returns the upper limit, which may be above what a score can be. */
    public double upper() {
        return mean + reach;
    }

    /** Returns 1 for a point above the mean, -1 below it, 0 on it and for a missing one. */
    int side(double point) {
        return sign(point - mean);
    }

    boolean isOutside(double point) {
        return sign(Math.abs(point - mean) - reach) > 0;
    }

    /** Tells whether a point is more than two thirds of the way to a limit, or beyond it. */
    boolean isNearOrOutside(double point) {
        return sign(Math.abs(point - mean) - reach * 2 / 3) > 0;
    }

    /** Returns the sign of a difference, 0 for one that is rounding and for a missing one. */
    static int sign(double difference) {
        return Math.abs(difference) > NO_DISTANCE ? (int) Math.signum(difference) : 0;
    }
}
