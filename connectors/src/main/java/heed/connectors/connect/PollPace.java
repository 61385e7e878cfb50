package heed.connectors.connect;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps each poll short, since a worker stops a task between two of them: work that could be long goes on in the next,
 * and so does waiting.
 */
final class PollPace {

    /** Below what a worker gives a task to stop, which is five seconds unless it is told otherwise. */
    static final Duration LONGEST = Duration.ofSeconds(1);

    private final Duration rest;
    private final LongSupplier nanos;
    private long begun;
    private long resting;
    private boolean isResting;

    /**
     * Keeps the pace of a task.
     *
     * @param rest how long it rests when there is nothing to do
     * @param nanos what time is told by, as {@link System#nanoTime} does
     */
    PollPace(Duration rest, LongSupplier nanos) {
        this.rest = rest;
        this.nanos = nanos;
    }

    /** Notes that a poll begins. */
    void begin() {
        begun = nanos.getAsLong();
    }

    /** Tells whether this poll has been as long as one may be. */
    boolean isLong() {
        return nanos.getAsLong() - begun >= LONGEST.toNanos();
    }

    /** Notes that a rest begins. */
    void rest() {
        resting = nanos.getAsLong();
        isResting = true;
    }

    /** Tells whether the rest is not over yet. */
    boolean isResting() {
        isResting = isResting && nanos.getAsLong() - resting < rest.toNanos();
        return isResting;
    }

    /** Returns how long this poll may wait for the end of the rest. */
    Duration pause() {
        return isResting() ? bounded(rest.minusNanos(nanos.getAsLong() - resting)) : Duration.ZERO;
    }

    /** Returns how long a poll waits for what is away. */
    Duration step() {
        return bounded(rest);
    }

    private static Duration bounded(Duration time) {
        return time.compareTo(LONGEST) < 0 ? time : LONGEST;
    }
}
