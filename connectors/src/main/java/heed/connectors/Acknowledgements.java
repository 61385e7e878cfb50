package heed.connectors;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Keeps count of what has been written and what is acknowledged, and remembers the first failure. */
public final class Acknowledgements {

    private long written;
    private long acknowledged;
    private long failed;
    private @Nullable Throwable firstFailure;

    /** Counts one more as written, and hears what becomes of it. */
    public void expect(CompletionStage<Void> stage) {
        synchronized (this) {
            written++;
        }
        var unused = stage.whenComplete((done, failure) -> completed(failure));
    }

    private synchronized void completed(@Nullable Throwable failure) {
        if (failure == null) {
            acknowledged++;
        } else {
            failed++;
            firstFailure = firstFailure == null ? failure : firstFailure;
        }
        notifyAll();
    }

    /** Returns how many are acknowledged. */
    public synchronized long acknowledged() {
        return acknowledged;
    }

    /** Returns the first failure, or null. */
    public synchronized @Nullable Throwable firstFailure() {
        return firstFailure;
    }

    /** Waits until everything written is acknowledged, or more than {@code seen} is, or something has failed. */
    public synchronized long awaitMoreThan(long seen) throws InterruptedException {
        while (firstFailure == null && acknowledged <= seen && acknowledged + failed < written) {
            wait();
        }
        return acknowledged;
    }
}
