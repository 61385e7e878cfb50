package heed.monitoring.readmodel;

/** Holds the three integers that a score is read from. They add, so any longer window is a sum of days. */
public record Tally(long n, long sum, long sumOfSquares) {

    /** No answers. */
    public static final Tally NONE = new Tally(0, 0, 0);

    /** Returns both tallies' answers together. */
    public Tally plus(Tally other) {
        return new Tally(n + other.n, sum + other.sum, sumOfSquares + other.sumOfSquares);
    }
}
