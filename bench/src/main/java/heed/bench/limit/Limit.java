package heed.bench.limit;

import heed.bench.entrant.Entrant;
import heed.bench.entrant.EntrantSettings;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Enters the cheapest way to the same rows: as many threads as there are to be, each with its share of partitions. */
public final class Limit implements Entrant {

    private static final long PATIENCE_S = 60;

    private final List<LimitWorker> workers;
    private final ExecutorService threads;
    private volatile @Nullable Throwable failure;

    /** Makes the workers ready. */
    public Limit(EntrantSettings settings) {
        workers = IntStream.range(0, settings.threads())
                .mapToObj(number -> new LimitWorker(number, settings))
                .toList();
        threads = Executors.newFixedThreadPool(settings.threads());
    }

    @Override
    public void start() {
        workers.forEach(worker -> threads.execute(() -> run(worker)));
    }

    private void run(LimitWorker worker) {
        try {
            worker.run();
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void check() {
        if (failure != null) {
            throw new IllegalStateException("the limit failed", failure);
        }
    }

    @Override
    public void close() {
        workers.forEach(LimitWorker::stop);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the limit does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
