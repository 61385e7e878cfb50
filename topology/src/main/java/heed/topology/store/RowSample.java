package heed.topology.store;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts rows and their bytes without remembering every key: exactly up to {@link #MOST} rows, beyond from a sample.
 *
 * <p>A row is in the sample where its key's hash ends in as many zero bits as the sample is deep, so that whether it is
 * follows from the key alone, and a row that changes or goes is found again. Where the sample grows beyond
 * {@link #MOST} it gets a bit deeper. Rows of a sample of about a thousand stand for all within about 3 to 5 percent
 * (adaptive sampling: P. Flajolet, On adaptive sampling, Computing 43, 1990).
 */
final class RowSample implements StateSize.Sized {

    static final int MOST = 1_024;

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Map<Long, Integer> bytesByHash = new HashMap<>();
    private long bytes;
    private int depth;

    /** Takes note of a row as it is now; null where it is gone. */
    synchronized void note(byte[] key, byte @Nullable [] value) {
        long hash = hash(key);
        if (!isSampled(hash)) {
            return;
        }
        Integer before = value == null ? bytesByHash.remove(hash) : bytesByHash.put(hash, key.length + value.length);
        bytes += (value == null ? 0 : key.length + value.length) - (before == null ? 0 : before);
        while (bytesByHash.size() > MOST) {
            deepen();
        }
    }

    private void deepen() {
        depth++;
        bytesByHash.keySet().removeIf(hash -> !isSampled(hash));
        bytes = bytesByHash.values().stream().mapToLong(Integer::longValue).sum();
    }

    private boolean isSampled(long hash) {
        return Long.numberOfTrailingZeros(hash) >= depth;
    }

    @Override
    public synchronized StateSize size() {
        return new StateSize((long) bytesByHash.size() << depth, bytes << depth);
    }

    /** FNV-1a, its bits mixed as the end of MurmurHash3 does: the last ones decide. */
    private static long hash(byte[] key) {
        long hash = FNV_BASIS;
        for (byte each : key) {
            hash = (hash ^ (each & 0xff)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
