package heed.schemas.reader;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says how a {@link CommittedReader} stands.
 *
 * @param lag committed offsets not read yet, as last asked
 * @param lastContact when a broker last answered, by the wall clock; null before the first time
 * @param unreadable records that could not be read and were left out
 */
public record ReaderStatus(Phase phase, long lag, @Nullable Instant lastContact, long unreadable) {

    /** How long a broker may leave the reader without an answer. */
    public static final Duration LONGEST_WITHOUT_ANSWER = Duration.ofSeconds(6);

    /** Tells whether no broker has answered for too long. */
    public boolean isUnanswered(Instant now) {
        return lastContact != null && lastContact.plus(LONGEST_WITHOUT_ANSWER).isBefore(now);
    }

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
