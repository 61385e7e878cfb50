package heed.schemas.figures;

/**
 * Reads a score and its 95% interval from count, sum and sum of squares of the answers' points.
 *
 * <p>The interval is Wilson's (z = 1.96) on the mean with n/r answers, where r is the variance of the answers against
 * that of yes-or-no answers with the same mean, both taken with one pseudo-response of one half: {@code r = clip[((Q +
 * 1/2)/(n + 1) - pp^2) / (pp(1 - pp)), 0.05, 1]}, {@code pp = (S + 1/2)/(n + 1)}, S and Q the sums of points and of
 * their squares in [0, 1]. So yes-or-no measures give plain Wilson (r = 1), and three like answers give no hair-thin
 * interval.
 *
 * @param scoreBasisPoints the score, 0 to 10,000, rounded half up from the integers
 * @param lowBasisPoints lower end of the interval, rounded half up
 * @param highBasisPoints upper end of the interval, rounded half up
 * @param score the score, 0 to 1
 * @param low lower end of the interval, 0 to 1
 * @param high upper end of the interval, 0 to 1
 */
public record ScoreFigures(
        int scoreBasisPoints, int lowBasisPoints, int highBasisPoints, double score, double low, double high) {

    /** Points of the best answer, in basis points: a score of 1. */
    public static final int FULL = 10_000;

    /** Normal quantile of the 95% interval. */
    public static final double Z = 1.96;

    private static final double LEAST_RATIO = 0.05;
    private static final long FULL_SQUARED = (long) FULL * FULL;

    /**
     * Returns the figures of {@code n} answers.
     *
     * @param n number of answers, at least 1: no answers have no score
     * @param sum sum of their points, basis points
     * @param sumOfSquares sum of their squared points, basis points squared
     */
    public static ScoreFigures of(long n, long sum, long sumOfSquares) {
        return of(n, sum, sumOfSquares, 1);
    }

    /**
     * Returns the figures of {@code n} answers that are not independent: the interval is that of n / designEffect
     * answers.
     *
     * @param designEffect how many times the variance of their mean is that of independent answers
     */
    public static ScoreFigures of(long n, long sum, long sumOfSquares, double designEffect) {
        double p = (double) sum / ((double) n * FULL);
        double r = answerRatio(n, sum, sumOfSquares);
        Interval interval = Wilson.interval(p, n / r / designEffect, Z);
        return new ScoreFigures(
                (int) Math.floorDiv(2 * sum + n, 2 * n),
                basisPoints(interval.low()),
                basisPoints(interval.high()),
                p,
                interval.low(),
                interval.high());
    }

    /**
     * Returns r, 0.05 to 1: the variance of one answer against that of a yes-or-no answer with the same mean. So
     * {@code n} answers tell as much as {@code n / r} yes-or-no ones.
     */
    public static double answerRatio(long n, long sum, long sumOfSquares) {
        requireAnswers(n, sum);
        long spread = sum * FULL - sumOfSquares;
        if (spread < 0 || sumOfSquares < 0) {
            throw new IllegalArgumentException(
                    "no answers of 0 to 10000 points have sum=" + sum + " sumOfSquares=" + sumOfSquares);
        }
        double pp = ((double) sum / FULL + 0.5) / (n + 1);
        // S - Q is taken as an integer, so that r is exactly 1 where every answer is 0 or 10,000.
        double ratio = 1 - (double) spread / FULL_SQUARED / (n + 1) / (pp * (1 - pp));
        return Math.max(LEAST_RATIO, Math.min(1, ratio));
    }

    /** Returns the score as a whole percentage, rounded half up from the integers: 12.5% is 13, 12.4999% is 12. */
    public static int percentHalfUp(long sum, long n) {
        requireAnswers(n, sum);
        return (int) Math.floorDiv(sum + 50 * n, 100 * n);
    }

    /** Returns a proportion in basis points, rounded half up. */
    public static int basisPoints(double proportion) {
        return (int) Math.floor(proportion * FULL + 0.5);
    }

    private static void requireAnswers(long n, long sum) {
        if (n < 1 || sum < 0 || sum > n * FULL) {
            throw new IllegalArgumentException("needs n >= 1 and 0 <= sum <= 10000 n: n=" + n + " sum=" + sum);
        }
    }
}
