package heed.topology.detect;

/**
 * Says how much the answers of a key scatter by chance, as learned in its baseline.
 *
 * @param spread variance of an answer, as a share of that of 0-or-1 answers with the same mean
 * @param correlation correlation of answers given on one day
 */
public record AnswerNoise(double spread, double correlation) {

    /** Returns how many answers are worth one independent answer, where {@code n} came on {@code days} days. */
    public double designEffect(long n, long days) {
        return 1 + Math.max(n / (double) Math.max(1, days) - 1, 0) * correlation;
    }
}
