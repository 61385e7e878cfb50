package heed.monitoring.readmodel;

import java.time.Duration;

/**
 * Hands figures, each time as a whole, from the one thread that writes to any number of threads that read or wait for
 * news.
 */
final class Published {

    private final Object changed = new Object();
    private volatile Snapshot snapshot;

    Published(Snapshot first) {
        snapshot = first;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Puts {@code next} in place of what is shown, and wakes those who wait. */
    void show(Snapshot next) {
        synchronized (changed) {
            snapshot = next;
            changed.notifyAll();
        }
    }

    /**
     * Waits until the figures are no longer those of {@code version}, or for {@code patience}; returns what there is
     * then.
     */
    Snapshot awaitChange(String version, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (changed) {
            long left = deadline - System.nanoTime();
            while (snapshot.version().equals(version) && left > 0) {
                changed.wait(left / 1_000_000, (int) (left % 1_000_000));
                left = deadline - System.nanoTime();
            }
            return snapshot;
        }
    }
}
