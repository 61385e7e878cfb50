package heed.app.fault;

import heed.app.acceptance.Background;
import heed.app.acceptance.CommittedTopics;
import heed.app.acceptance.Load;
import heed.app.acceptance.Writing;
import heed.schemas.Feedback;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes a load, the slower the less of it is left, so that it does not end before what is tried, however long that
 * takes on this machine; fails where a record of it is not acknowledged.
 */
final class Feed implements AutoCloseable {

    private static final int AT_ONCE = 10;

    /** In which it would be written if it went on as fast as it goes now. */
    private static final long PACE_NS = 120_000_000_000L;

    private final Load load;
    private final int atOnce;
    private final Background writing;
    private volatile boolean hurried;

    private Feed(Load load, int atOnce, CommittedTopics topics) {
        this.load = load;
        this.atOnce = atOnce;
        this.writing = new Background(() -> write(topics));
    }

    static Feed start(Load load, CommittedTopics topics) {
        return new Feed(load, 0, topics);
    }

    /** Starts with the first {@code history} of the load as fast as it goes. */
    static Feed startAfter(int history, Load load, CommittedTopics topics) {
        return new Feed(load, history, topics);
    }

    private void write(CommittedTopics topics) {
        int all = load.items().size();
        long next = System.nanoTime();
        try (Writing<String, Feedback> feedback = new Writing<>(topics.producer())) {
            for (int i = 0; i < all; i++) {
                if (i == atOnce) {
                    next = System.nanoTime();
                }
                if (i >= atOnce && i % AT_ONCE == 0 && !hurried) {
                    next += PACE_NS / (all - i) * AT_ONCE;
                    LockSupport.parkNanos(next - System.nanoTime());
                }
                feedback.write(load.items().get(i).record());
            }
        }
    }

    /** Writes what is left as fast as it goes, and returns when all of it is acknowledged. */
    void finish() {
        hurried = true;
        writing.await();
    }

    @Override
    public void close() {
        hurried = true;
        writing.close();
    }
}
