package heed.topology.admit;

import heed.schemas.registry.Backoff;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits, longer each time, for a registry that cannot be asked, and gives up well before the broker would take the
 * partition away for silence.
 */
final class RegistryWait {

    private static final Logger log = LoggerFactory.getLogger(RegistryWait.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final long limitMs;
    private final LongConsumer sleep;
    private final Backoff backoff = new Backoff(FIRST_PAUSE);
    private long waitedMs;

    RegistryWait(Duration limit, LongConsumer sleepMs) {
        this.limitMs = limit.toMillis();
        this.sleep = sleepMs;
    }

    /** Waits once, or throws {@code cause} where the limit is reached: the runtime then starts the task again. */
    void waitOrGiveUp(RuntimeException cause) {
        if (waitedMs >= limitMs) {
            throw cause;
        }
        long nextMs = backoff.next().toMillis();
        log.warn("schema registry unreachable, waiting wait_ms={} cause=\"{}\"", nextMs, cause.getMessage());
        sleep.accept(nextMs);
        waitedMs += nextMs;
    }

    /** Forgets the waiting, after an answer. */
    void restore() {
        waitedMs = 0;
        backoff.restart();
    }
}
