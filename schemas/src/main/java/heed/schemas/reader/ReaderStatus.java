package heed.schemas.reader;

import java.time.Instant;

/**
 * Says how a {@link CommittedReader} stands.
 *
 * @param lag committed offsets not read yet, as last asked
 * @param lastContact when a broker last answered, by the wall clock; null before the first time
 * @param unreadable records that could not be read and were left out
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
