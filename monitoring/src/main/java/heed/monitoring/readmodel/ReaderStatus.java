package heed.monitoring.readmodel;

import java.time.Instant;

/**
 * Says how the reader of the output topics stands.
 *
 * @param lag committed records not read yet, as last asked
 * @param lastContact when a broker last answered, by the wall clock; null before the first time
 * @param unreadable records of the output topics that could not be read and were left out
 */
public record ReaderStatus(Phase phase, long lag, Instant lastContact, long unreadable) {

    /** How far the reader is. */
    public enum Phase {
        /** Has not read the topics to the end that they had when it started. */
        CATCHING_UP,
        /** Follows what is written. */
        FOLLOWING,
        /** Its thread has ended. */
        ENDED
    }
}
