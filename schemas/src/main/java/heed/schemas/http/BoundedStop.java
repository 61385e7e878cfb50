package heed.schemas.http;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a server without waiting for it for ever.
 *
 * <p>Jetty waits for its selector without a limit when it stops, and now and then that wait does not end. Nothing
 * depends on it: whoever stops a server goes on to close what is behind it, and the sockets end with the process.
 */
public final class BoundedStop {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedStop.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private BoundedStop() {}

    /**
     * Runs {@code stop} and returns when it is done, or after three seconds; {@code name} is the server's in the log.
     */
    public static void of(String name, Runnable stop) {
        of(name, stop, STOP_WITHIN);
    }

    static void of(String name, Runnable stop, Duration stopWithin) {
        Thread stopper = new Thread(stop, name + "-stop");
        stopper.setDaemon(true);
        stopper.start();
        try {
            stopper.join(stopWithin.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (stopper.isAlive()) {
            LOG.warn("server does not stop, left to the end of the process name={} waited={}", name, stopWithin);
        }
    }
}
