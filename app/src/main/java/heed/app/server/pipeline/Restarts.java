package heed.app.server.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that failed, as long as that happens seldom; then gives up and stops the client.
 *
 * <p>A broker that goes away for a while kills threads, and new ones go on where the committed work ended. A fault in
 * the program or in what is stored kills every new one too, and for ever replacing them would look like life.
 */
final class Restarts implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Restarts.class);

    private final int most;
    private final Duration within;
    private final Clock clock;
    private final Consumer<Throwable> givenUp;
    private final Deque<Instant> failures = new ArrayDeque<>();

    /** Creates a handler that takes {@code most} failures within a time and tells of the one after. */
    Restarts(int most, Duration within, Clock clock, Consumer<Throwable> givenUp) {
        this.most = most;
        this.within = within;
        this.clock = clock;
        this.givenUp = givenUp;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        Instant now = clock.instant();
        while (!failures.isEmpty() && failures.peek().isBefore(now.minus(within))) {
            failures.remove();
        }
        failures.add(now);
        if (failures.size() <= most) {
            LOG.error("A stream thread failed and is replaced failures={} within={}", failures.size(), within, failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error(
                "Stream threads fail again and again; the pipeline stops failures={} within={}",
                failures.size(),
                within,
                failure);
        givenUp.accept(failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
