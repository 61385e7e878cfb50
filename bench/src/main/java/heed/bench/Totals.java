package heed.bench;

/**
 * Adds up scores so that two sides can be compared without either holding the table: every count and sum is weighted by
 * a hash of its key, so a response in the wrong row, or twice, or not at all, changes the total.
 *
 * <p>A row's weight times n is the sum of its responses' weights: whoever generates the responses needs no rows.
 */
final class Totals {

    private static final long BASIS = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private long n;
    private long weightedN;
    private long weightedSum;

    /** Starts a key's hash. */
    static long hash(String text) {
        return hash(BASIS, text);
    }

    /** Continues a hash: of two texts in turn it is that of both joined. */
    static long hash(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** Hashes bytes from an offset on, those of ASCII text as the text itself. */
    static long hash(byte[] bytes, int from) {
        long hash = BASIS;
        for (int i = from; i < bytes.length; i++) {
            hash = (hash ^ bytes[i]) * PRIME;
        }
        return hash;
    }

    void add(long keyHash, long count, long sum) {
        n += count;
        weightedN += keyHash * count;
        weightedSum += keyHash * sum;
    }

    boolean same(Totals other) {
        return n == other.n && weightedN == other.weightedN && weightedSum == other.weightedSum;
    }

    @Override
    public String toString() {
        return "n=%,d n-weighted=%016x sum-weighted=%016x".formatted(n, weightedN, weightedSum);
    }
}
