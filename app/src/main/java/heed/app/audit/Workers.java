package heed.app.audit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the work of several partitions at once, a thread a processor. */
final class Workers implements AutoCloseable {

    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
                Thread thread = new Thread(work, "heed-recount");
                thread.setDaemon(true);
                return thread;
            });

    /** Adds up how far several threads have come. */
    static final class JointProgress {

        private final long total;
        private final Listener listener;
        private long done;

        JointProgress(long total, Listener listener) {
            this.total = total;
            this.listener = listener;
        }

        /** Hears of each advance. */
        interface Listener {

            void at(long done, long total);
        }

        synchronized void advance(long more) {
            done += more;
            listener.at(done, total);
        }
    }

    /** Runs all of {@code work} and returns when it is done; throws what the first failure threw. */
    void run(List<Runnable> work) throws InterruptedException {
        List<Callable<Object>> calls = work.stream().map(Executors::callable).toList();
        for (Future<Object> done : threads.invokeAll(calls)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(e.getCause());
            }
        }
    }

    /** Returns how many offsets lie from each partition's one to its other. */
    static long distance(Map<Integer, Long> from, Map<Integer, Long> to) {
        return from.entrySet().stream()
                .mapToLong(start -> Math.max(0, to.getOrDefault(start.getKey(), 0L) - start.getValue()))
                .sum();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
