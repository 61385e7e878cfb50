package heed.connectors.notify;

import java.time.Duration;

/**
 * How long to wait after a failed attempt: twice as long each time.
 *
 * @param first after the first
 * @param longest at most
 */
public record RetryWait(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /** Begins with a second and ends with five minutes. */
    public static final RetryWait USUAL = new RetryWait(Duration.ofSeconds(1), Duration.ofMinutes(5));

    /** Returns the wait after {@code failed} attempts in a row, of which there is one at least. */
    public Duration after(int failed) {
        Duration wait = first.multipliedBy(1L << Math.min(failed - 1, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
