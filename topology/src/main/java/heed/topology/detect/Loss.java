package heed.topology.detect;

/**
 * Turns a score into the integer loss that the watch counts: 0 for the best answer, 60 for the worst.
 *
 * <p>Sixty is divisible by 2, 3, 4, 5, 6, 10 and 12, so the steps of the usual answer scales stay exact. Integers keep
 * sums independent of order and let a retraction take out exactly what was put in.
 */
public final class Loss {

    /** Loss of the worst answer. */
    public static final int WORST = 60;

    /** Number of different losses. */
    static final int LEVELS = WORST + 1;

    private static final double BASIS_POINTS = 10_000.0;

    private Loss() {}

    /** Returns the loss of a score in basis points, 10,000 being the best; scores beyond the ends count as the ends. */
    public static int ofBasisPoints(int points) {
        return ofScore(points / BASIS_POINTS);
    }

    /** Returns the loss of a score from 0 to 1, 1 being the best; scores beyond the ends count as the ends. */
    public static int ofScore(double score) {
        return WORST - (int) (WORST * Math.max(0, Math.min(1, score)) + 0.5);
    }
}
