package heed.app.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Works out score and interval from the integers by plain means: the score by decimal division, the ends of Wilson's
 * interval as the roots of the quadratic equation that defines it.
 *
 * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927): the
 * ends are the p with {@code (mean - p)^2 = z^2 p (1 - p) / m}, where m answers of yes or no tell as much as the n
 * given.
 *
 * @param score the score, basis points
 * @param low lower end of the interval, basis points, not rounded
 * @param high upper end of the interval, basis points, not rounded
 */
record PlainFigures(int score, double low, double high) {

    private static final double FULL = 10_000;
    private static final double Z_SQUARED = 1.96 * 1.96;
    private static final double LEAST_RATIO = 0.05;
    /** Half a basis point of rounding, and what double precision may add. */
    private static final double ROUNDING = 0.5 + 1e-6;

    static PlainFigures of(long n, long sum, long sumOfSquares) {
        return of(n, sum, sumOfSquares, 1);
    }

    /** Returns the figures of answers of which {@code designEffect} tell as much as an independent one. */
    static PlainFigures of(long n, long sum, long sumOfSquares, double designEffect) {
        double m = n / ratio(n, sum, sumOfSquares) / designEffect;
        double mean = sum / FULL / n;
        double a = m + Z_SQUARED;
        double b = 2 * m * mean + Z_SQUARED;
        double c = m * mean * mean;
        double root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
        return new PlainFigures(
                BigDecimal.valueOf(sum)
                        .divide(BigDecimal.valueOf(n), 0, RoundingMode.HALF_UP)
                        .intValueExact(),
                (b - root) / (2 * a) * FULL,
                (b + root) / (2 * a) * FULL);
    }

    /** Returns the variance of an answer against that of a yes or no with the same mean, .05 to 1. */
    static double ratio(long n, long sum, long sumOfSquares) {
        double pp = (sum / FULL + 0.5) / (n + 1);
        double ratio = ((sumOfSquares / FULL / FULL + 0.5) / (n + 1) - pp * pp) / (pp * (1 - pp));
        return Math.min(1, Math.max(LEAST_RATIO, ratio));
    }

    /** Says whether a whole number of basis points is an end of the interval, rounded. */
    static boolean rounds(@Nullable Integer basisPoints, double end) {
        return basisPoints != null && Math.abs(basisPoints - end) <= ROUNDING;
    }
}
