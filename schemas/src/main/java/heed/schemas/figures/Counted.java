package heed.schemas.figures;

/**
 * Holds what was counted of one measure at one place: all that its figures need.
 *
 * @param n number of answers
 * @param sum sum of their points, basis points
 * @param sumOfSquares sum of their squared points, basis points squared
 */
public record Counted(long n, long sum, long sumOfSquares) {

    /** What an empty place has counted. */
    public static final Counted NOTHING = new Counted(0, 0, 0);

    /** Checks that answers of 0 to 10,000 points can have these sums. */
    public Counted {
        if (!isPossible(n, sum, sumOfSquares)) {
            throw new IllegalArgumentException(
                    "no answers of 0 to 10000 points have n=" + n + " sum=" + sum + " sumOfSquares=" + sumOfSquares);
        }
    }

    /** Tells whether answers of 0 to 10,000 points can have these sums. */
    public static boolean isPossible(long n, long sum, long sumOfSquares) {
        return n >= 0
                && sum >= 0
                && sum <= n * ScoreFigures.FULL
                && sumOfSquares >= 0
                && sumOfSquares <= sum * ScoreFigures.FULL;
    }

    /** Returns what this and {@code other} counted together. */
    public Counted plus(Counted other) {
        return new Counted(n + other.n, sum + other.sum, sumOfSquares + other.sumOfSquares);
    }

    /** Returns the mean of the answers, 0 to 1; without answers there is none. */
    public double score() {
        if (n == 0) {
            throw new IllegalArgumentException("no answers have no score");
        }
        return (double) sum / ((double) n * ScoreFigures.FULL);
    }

    /** Returns {@link ScoreFigures#answerRatio} of the answers. */
    public double answerRatio() {
        return ScoreFigures.answerRatio(n, sum, sumOfSquares);
    }
}
