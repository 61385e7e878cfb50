package heed.monitoring.access;

import java.time.Duration;

/**
 * Settings of sessions.
 *
 * @param idle how long somebody may do nothing before they have to sign in again
 * @param longest how long a session lasts at most
 */
public record SessionLife(Duration idle, Duration longest) {

    public SessionLife {
        if (idle.compareTo(longest) > 0) {
            throw new IllegalArgumentException("sign-in.idle must not be longer than sign-in.longest, was " + idle);
        }
    }

    /** Returns how old the time of the last sign of life may get before it is written anew. */
    Duration grain() {
        return idle.dividedBy(20);
    }
}
