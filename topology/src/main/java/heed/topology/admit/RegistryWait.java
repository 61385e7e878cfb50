package heed.topology.admit;

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
    private static final long FIRST_MS = 200;
    private static final long LONGEST_MS = 5_000;

    private final long limitMs;
    private final LongConsumer sleep;
    private long waitedMs;
    private long nextMs = FIRST_MS;

    RegistryWait(Duration limit, LongConsumer sleepMs) {
        this.limitMs = limit.toMillis();
        this.sleep = sleepMs;
    }

    /** Waits once, or throws {@code cause} where the limit is reached: the runtime then starts the task again. */
    void waitOrGiveUp(RuntimeException cause) {
        if (waitedMs >= limitMs) {
            throw cause;
        }
        log.warn("schema registry unreachable, waiting wait_ms={} cause=\"{}\"", nextMs, cause.getMessage());
        sleep.accept(nextMs);
        waitedMs += nextMs;
        nextMs = Math.min(LONGEST_MS, nextMs * 2);
    }

    /** Forgets the waiting, after an answer. */
    void restore() {
        waitedMs = 0;
        nextMs = FIRST_MS;
    }
}
