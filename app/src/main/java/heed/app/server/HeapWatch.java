package heed.app.server;

import heed.app.doctor.HeapCheck;
import heed.app.server.instance.HeapFile;
import heed.app.server.instance.HeapUse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the heap and writes down how much of it is filled; says so in words where it is full, before Java gives up
 * without any.
 */
final class HeapWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeapWatch.class);
    private static final long EVERY_MS = 1_000;
    /** What is written down again only where it has changed by more than this. */
    private static final long STEP = 16L << 20;

    private final HeapFile file;
    private final Supplier<HeapUse> heap;
    private final CompletableFuture<Void> full = new CompletableFuture<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heed-heap");
        thread.setDaemon(true);
        return thread;
    });
    private HeapUse newest;
    private long written = -STEP;

    HeapWatch(HeapFile file, Supplier<HeapUse> heap) {
        this.file = file;
        this.heap = heap;
        this.newest = heap.get();
    }

    /** Begins to look. */
    HeapWatch start() {
        var unused = timer.scheduleWithFixedDelay(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Completes exceptionally when the heap is full; never otherwise. */
    CompletableFuture<Void> full() {
        return full;
    }

    void look() {
        HeapUse seen = heap.get();
        if (seen.collections() == newest.collections()) {
            return;
        }
        HeapUse before = newest;
        newest = seen;
        if (before.collections() == 0) {
            return;
        }
        HeapUse use = seen.lasting(before);
        boolean isFull = use.isFull();
        if (isFull || Math.abs(use.kept() - written) >= STEP) {
            write(use);
        }
        if (isFull) {
            full.completeExceptionally(new StartException("The heap is full: " + HeapUse.words(use.kept()) + " of "
                    + HeapUse.words(use.most()) + " are kept. " + HeapCheck.remedy(use) + "."));
        }
    }

    private void write(HeapUse use) {
        try {
            file.write(use.kept());
            written = use.kept();
        } catch (IOException e) {
            LOG.warn("how much heap is filled can't be written down file={} cause=\"{}\"", file, e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
