package heed.schemas.registry;

import java.time.Duration;

/** Says how long to pause before the next attempt: twice as long each time, up to a longest pause. For one thread. */
public final class Backoff {

    /** Longest pause while a server that others wait for is away: it is found again soon after it is back. */
    public static final Duration LONGEST = Duration.ofSeconds(5);

    private final Duration first;
    private Duration next;

    /** Begins with a pause of {@code first}. */
    public Backoff(Duration first) {
        this.first = first;
        this.next = first;
    }

    /** Returns the pause before the next attempt. */
    public Duration next() {
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return pause;
    }

    /** Begins anew, after an answer. */
    public void restart() {
        next = first;
    }
}
