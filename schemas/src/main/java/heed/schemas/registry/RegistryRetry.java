package heed.schemas.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats what needs the registry until it answers or a deadline passes, and says each time what it waits for.
 *
 * <p>It is for the start, where registry and pipeline may come up together. Only {@link RegistryUnavailableException}
 * is tried again, and not where the registry would not have us: that does not pass. Pauses are those of a
 * {@link Backoff} from a fifth of a second on.
 */
public final class RegistryRetry {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryRetry.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final Duration answerWithin;
    private final Clock clock;
    private final Pause pause;

    /**
     * Creates a retry.
     *
     * @param answerWithin how long after the first attempt the last may begin
     */
    public RegistryRetry(Duration answerWithin, Clock clock, Pause pause) {
        this.answerWithin = answerWithin;
        this.clock = clock;
        this.pause = pause;
    }

    /** Creates a retry that sleeps between attempts. */
    public static RegistryRetry upTo(Duration answerWithin) {
        return new RegistryRetry(answerWithin, Clock.systemUTC(), length -> Thread.sleep(length.toMillis()));
    }

    /**
     * Waits until the registry answers.
     *
     * @throws RegistryUnavailableException the last failure, where the deadline passed first
     */
    public void awaitReachable(HttpSchemaRegistry registry) {
        call("schema registry at " + registry.url(), registry::subjects);
    }

    /**
     * Returns what {@code action} returns, as soon as the registry lets it.
     *
     * @param what what is waited for, as the log is to say it
     * @throws RegistryUnavailableException the last failure, where the deadline passed first
     */
    public <T> T call(String what, Supplier<T> action) {
        Instant deadline = clock.instant().plus(answerWithin);
        Backoff backoff = new Backoff(FIRST_PAUSE);
        while (true) {
            try {
                return action.get();
            } catch (RegistryRefusedException e) {
                throw e;
            } catch (RegistryUnavailableException e) {
                Duration next = backoff.next();
                if (clock.instant().plus(next).isAfter(deadline)
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.warn(
                        "Waiting for the {} retry_in={} give_up_at={} reason={}", what, next, deadline, e.getMessage());
                sleep(next, e);
            }
        }
    }

    private void sleep(Duration length, RegistryUnavailableException reason) {
        try {
            pause.pause(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason.addSuppressed(e);
            throw reason;
        }
    }

    /** Lets time pass between two attempts. */
    @FunctionalInterface
    public interface Pause {

        /** Returns after {@code length}. */
        void pause(Duration length) throws InterruptedException;
    }
}
