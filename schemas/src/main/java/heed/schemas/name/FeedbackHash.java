package heed.schemas.name;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Stands for a feedback id in log lines: the same response has the same hash wherever it is logged, and who reads the
 * log cannot withdraw or correct the response, for which the id is needed.
 *
 * <p>The first 12 hexadecimal digits of the SHA-256 of the id's 16 bytes, highest first: among a million responses two
 * share one with probability .002.
 */
public final class FeedbackHash {

    private static final int BYTES = 6;

    private FeedbackHash() {}

    /** Returns the hash of an id as it is written in a response. */
    public static String of(String feedbackId) {
        UUID id = UUID.fromString(feedbackId);
        return of(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** Returns the hash of an id by its two halves. */
    public static String of(long high, long low) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(ByteBuffer.allocate(2 * Long.BYTES)
                            .putLong(high)
                            .putLong(low)
                            .array());
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
