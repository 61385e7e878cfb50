package heed.app.audit;

import java.util.List;
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

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
