package heed.bench.flat;

/**
 * Hashes texts where they stand in a record. Two texts with one hash of 64 bits would be taken for one: the check of
 * totals would tell.
 */
final class ByteText {

    static final long BASIS = 0xCBF29CE484222325L;

    private static final long PRIME = 0x100000001B3L;

    private ByteText() {}

    /** Continues a hash by some bytes. */
    static long hash(long before, byte[] bytes, int from, int length) {
        long hash = before;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ bytes[i]) * PRIME;
        }
        return hash;
    }

    static long hash(long before, byte[] bytes) {
        return hash(before, bytes, 0, bytes.length);
    }
}
