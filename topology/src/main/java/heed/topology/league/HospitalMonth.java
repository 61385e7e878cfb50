package heed.topology.league;

import heed.schemas.DaySums;
import heed.schemas.Score;
import heed.schemas.figures.Counted;
import heed.schemas.figures.CountedByDay;
import java.util.Comparator;

/**
 * What a comparison takes from one hospital's month.
 *
 * @param figures what was counted, with the sums over its days
 * @param asOfMs arrival of the newest response that changed it, ms
 * @param restatements corrections and withdrawals that changed it
 * @param isFinal whether the month is over for it
 */
record HospitalMonth(CountedByDay figures, long asOfMs, long restatements, boolean isFinal) {

    /** Tells months apart by what was counted in them. */
    static final Comparator<HospitalMonth> BY_FIGURES = Comparator.comparingLong(HospitalMonth::n)
            .thenComparingLong(month -> month.counted().sum())
            .thenComparingLong(month -> month.counted().sumOfSquares())
            .thenComparingLong(month -> month.figures.dated())
            .thenComparingLong(month -> month.figures.squaredN())
            .thenComparingLong(month -> month.figures.squaredSum());

    static HospitalMonth of(Score score) {
        Counted all = new Counted(score.getN(), score.getSum(), score.getSumOfSquares());
        DaySums days = score.getDays();
        return new HospitalMonth(
                days == null
                        ? CountedByDay.undated(all)
                        : new CountedByDay(all, days.getN(), days.getNSquared(), days.getSumSquared()),
                score.getAsOf().toEpochMilli(),
                score.getRestatements(),
                score.getFinal$());
    }

    /** Compares the scores, the higher one first, without rounding: a.sum b.n against b.sum a.n, in 128 bits. */
    static int highestFirst(HospitalMonth a, HospitalMonth b) {
        Counted left = a.counted();
        Counted right = b.counted();
        int high = Long.compare(Math.multiplyHigh(right.sum(), left.n()), Math.multiplyHigh(left.sum(), right.n()));
        return high != 0 ? high : Long.compareUnsigned(right.sum() * left.n(), left.sum() * right.n());
    }

    /** Returns the number of answers. */
    long n() {
        return counted().n();
    }

    Counted counted() {
        return figures.all();
    }
}
