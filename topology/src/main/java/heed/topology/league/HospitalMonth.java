package heed.topology.league;

import heed.schemas.Score;
import heed.schemas.figures.Counted;
import java.util.Comparator;

/**
 * What a comparison takes from one hospital's month.
 *
 * @param n number of answers
 * @param sum sum of their points, basis points
 * @param sumOfSquares sum of their squared points
 * @param asOfMs arrival of the newest response that changed it, ms
 * @param restatements corrections and withdrawals that changed it
 * @param isFinal whether the month is over for it
 */
record HospitalMonth(long n, long sum, long sumOfSquares, long asOfMs, long restatements, boolean isFinal) {

    /** Tells months apart by what was counted in them. */
    static final Comparator<HospitalMonth> BY_FIGURES = Comparator.comparingLong(HospitalMonth::n)
            .thenComparingLong(HospitalMonth::sum)
            .thenComparingLong(HospitalMonth::sumOfSquares);

    static HospitalMonth of(Score score) {
        return new HospitalMonth(
                score.getN(),
                score.getSum(),
                score.getSumOfSquares(),
                score.getAsOf().toEpochMilli(),
                score.getRestatements(),
                score.getFinal$());
    }

    /** Compares the scores, the higher one first, without rounding: a.sum b.n against b.sum a.n, in 128 bits. */
    static int highestFirst(HospitalMonth a, HospitalMonth b) {
        int high = Long.compare(Math.multiplyHigh(b.sum, a.n), Math.multiplyHigh(a.sum, b.n));
        return high != 0 ? high : Long.compareUnsigned(b.sum * a.n, a.sum * b.n);
    }

    Counted counted() {
        return new Counted(n, sum, sumOfSquares);
    }
}
