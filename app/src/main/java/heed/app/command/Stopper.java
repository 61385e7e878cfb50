package heed.app.command;

import heed.app.terminal.MovingLine;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and termination into an orderly end: tells the command to stop, and holds the process until it has.
 *
 * <p>Waits no longer than nine seconds: a part that hangs must not keep the process.
 */
final class Stopper implements AutoCloseable {

    private static final int LIMIT_SECONDS = 9;

    private final PrintWriter err;
    private final boolean saysWhatIsLaidOut;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    Stopper(PrintWriter err) {
        this(err, MovingLine.isSeen() && Boolean.getBoolean("heed.archives"));
    }

    Stopper(PrintWriter err, boolean saysWhatIsLaidOut) {
        this.err = err;
        this.saysWhatIsLaidOut = saysWhatIsLaidOut;
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

    /**
     * Says that everything is closed, and on a terminal what Java does then where the launcher has it lay out the
     * classes that this run took: nothing of ours runs while it does.
     */
    @Override
    public void close() {
        if (saysWhatIsLaidOut) {
            err.println("heed: Java keeps what it loaded, so that the next start is sooner: some ten seconds,"
                    + " this once");
            err.flush();
        }
        done.countDown();
    }
}
