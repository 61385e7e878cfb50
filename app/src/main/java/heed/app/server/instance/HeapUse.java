package heed.app.server.instance;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Arrays;
import java.util.Optional;

/**
 * How much of the heap is filled by what is kept, as garbage collection found it.
 *
 * <p>Only the part of the heap that objects come to which last counts, the old generation: with the collector that the
 * launcher chooses it has two thirds of the heap, and when it is full the rest is of no use.
 *
 * @param kept bytes that were left there after its newest collection, 0 before the first one
 * @param most bytes that it may grow to
 * @param collections how many times it was collected so far
 */
public record HeapUse(long kept, long most, long collections) {

    /** Share from which on Java does little else than collect garbage: at 0.94 it was seen to take all the time. */
    private static final double FULL = 0.9;

    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /** Returns that of this process. */
    public static HeapUse now() {
        // Of the parts of a heap, all collectors have a threshold of usage for this one alone.
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
                .findFirst()
                .map(pool -> new HeapUse(
                        Optional.ofNullable(pool.getCollectionUsage())
                                .map(MemoryUsage::getUsed)
                                .orElse(0L),
                        pool.getUsage().getMax(),
                        collections(pool.getName())))
                .orElseGet(() -> new HeapUse(0, Runtime.getRuntime().maxMemory(), 0));
    }

    private static long collections(String pool) {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector ->
                        Arrays.asList(collector.getMemoryPoolNames()).contains(pool))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /** Returns what this and an earlier collection both left: what was only in use for a moment is in one of them. */
    public HeapUse lasting(HeapUse earlier) {
        return new HeapUse(Math.min(kept, earlier.kept), most, collections);
    }

    /** Tells whether what is kept leaves no room to work. */
    public boolean isFull() {
        return kept >= most * FULL;
    }

    /** Returns the option of Java that gives a heap of which what is kept fills less than half, in whole GiB. */
    public String enough() {
        return "-Xmx" + Math.max(1, (kept * 9 / 4 + GIB - 1) / GIB) + "g";
    }

    /** Returns a number of bytes for people. */
    public static String words(long bytes) {
        return "%,d MiB".formatted(bytes / MIB);
    }
}
