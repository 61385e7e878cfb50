package heed.app.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and termination into an orderly end: tells the command to stop, and holds the process until it has.
 *
 * <p>Waits no longer than nine seconds: a part that hangs must not keep the process.
 */
final class Stopper implements AutoCloseable {

    private static final int LIMIT_SECONDS = 9;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    Stopper() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::askAndWait, "heed-stop"));
    }

    private void askAndWait() {
        asked.countDown();
        try {
            done.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what opens when the process is asked to end. */
    CountDownLatch asked() {
        return asked;
    }

    /** Says that everything is closed. */
    @Override
    public void close() {
        done.countDown();
    }
}
