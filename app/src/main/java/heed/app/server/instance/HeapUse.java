package heed.app.server.instance;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Optional;

/**
 * How much of the heap is filled by what is kept, as garbage collection found it.
 *
 * @param kept bytes that were left after the newest collection of each part of the heap, 0 before the first one
 * @param most bytes that the heap may grow to
 */
public record HeapUse(long kept, long most) {

    /** Share of the heap from which on Java does little else than collect garbage. */
    private static final double FULL = 0.95;

    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /** Returns that of this process. */
    public static HeapUse now() {
        long kept = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .flatMap(usage -> Optional.ofNullable(usage).stream())
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        return new HeapUse(kept, Runtime.getRuntime().maxMemory());
    }

    /** Tells whether a heap of {@code bytes} would be full with what is kept. */
    public boolean fills(long bytes) {
        return kept >= bytes * FULL;
    }

    /** Returns the option of Java that gives a heap with room: two thirds filled at most, in whole GiB. */
    public String enough() {
        return "-Xmx" + Math.max(1, (kept * 3 / 2 + GIB - 1) / GIB) + "g";
    }

    /** Returns a number of bytes for people. */
    public static String words(long bytes) {
        return "%,d MiB".formatted(bytes / MIB);
    }
}
