package heed.schemas.figures;

/**
 * Holds what was counted of one measure at one hospital in a month, with the sums over its days that tell how alike the
 * answers of one day are.
 *
 * @param all all answers
 * @param dated number of those whose day is known: all but published figures
 * @param squaredN sum over the days of the square of the day's number of dated answers
 * @param squaredSum sum over the days of the square of the day's sum of points, basis points squared
 */
public record CountedByDay(Counted all, long dated, long squaredN, long squaredSum) {

    /** Largest {@link #squaredN} with which no {@link #squaredSum} can have overflowed. */
    private static final long MOST_EXACT = Long.MAX_VALUE / ((long) ScoreFigures.FULL * ScoreFigures.FULL);

    /** Checks that days can have these sums. */
    public CountedByDay {
        if (dated < 0 || dated > all.n() || squaredN < dated) {
            throw new IllegalArgumentException(
                    "no days have dated=" + dated + " squaredN=" + squaredN + " of n=" + all.n());
        }
    }

    /** Returns what was counted where no answer's day is known. */
    public static CountedByDay undated(Counted all) {
        return new CountedByDay(all, 0, 0, 0);
    }

    /**
     * Returns how many times the variance of the score is that of as many independent answers: {@code 1 + correlation
     * (sum n_d^2 - sum n_d) / n}, since only answers of one day go together. 1 where no day is known.
     *
     * @param correlation correlation of two answers of one day
     */
    public double designEffect(double correlation) {
        return 1 + correlation * (double) (squaredN - dated) / (double) all.n();
    }

    /** Returns whether the sums tell of the correlation: every day is known, and there are two days, and two of one. */
    boolean tells() {
        boolean pairs = squaredN > dated;
        boolean days = squaredN < dated * dated;
        return dated == all.n() && pairs && days && squaredN <= MOST_EXACT;
    }
}
