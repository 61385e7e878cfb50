package heed.app.acceptance;

import java.util.concurrent.CompletableFuture;

/** Does something beside the test, and has the test fail where it failed. */
public final class Background implements AutoCloseable {

    private final CompletableFuture<Void> done;

    public Background(Runnable work) {
        done = CompletableFuture.runAsync(work);
    }

    /** Waits until it is done. */
    public void await() {
        done.join();
    }

    @Override
    public void close() {
        done.join();
    }
}
