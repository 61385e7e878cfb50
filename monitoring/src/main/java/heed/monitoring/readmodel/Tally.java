package heed.monitoring.readmodel;

import heed.schemas.figures.ScoreFigures;

/** Holds the three integers that a score is read from. They add, so any longer window is a sum of days. */
public record Tally(long n, long sum, long sumOfSquares) {

    /** No answers. */
    public static final Tally NONE = new Tally(0, 0, 0);

    /** Returns both tallies' answers together. */
    public Tally plus(Tally other) {
        return new Tally(n + other.n, sum + other.sum, sumOfSquares + other.sumOfSquares);
    }

    /** Returns what may be said of these answers where fewer than {@code minimum} are not to be shown. */
    public Reading read(int minimum) {
        if (n == 0) {
            return new Reading.NoResponses();
        }
        if (n < minimum) {
            return new Reading.TooFew(minimum);
        }
        return new Reading.Shown(n, ScoreFigures.percentHalfUp(sum, n), ScoreFigures.of(n, sum, sumOfSquares));
    }
}
