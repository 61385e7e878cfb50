package heed.schemas.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Makes what somebody is known by, and what is kept of it. It is 256 random bits, so that a plain digest gives nothing
 * away: there is nothing to guess.
 */
public final class Secret {

    private static final int BYTES = 32;

    private Secret() {}

    /** Returns 256 random bits as 43 characters that may stand in a header. */
    public static String random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns what may be kept of a secret: its SHA-256 in hexadecimal. */
    public static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
