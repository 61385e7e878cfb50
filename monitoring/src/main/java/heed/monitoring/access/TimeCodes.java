package heed.monitoring.access;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the codes of authenticator apps: RFC 6238 with SHA-1, six digits and steps of 30 s, the only ones that every
 * app makes. One step that a clock is before or behind is forgiven; a step that was used up is not good again.
 */
final class TimeCodes {

    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;
    /** As long as what SHA-1 gives, which RFC 4226 asks for. */
    static final int SECRET_BYTES = 20;

    private static final HmacOneTimePasswordGenerator CODES = new HmacOneTimePasswordGenerator(DIGITS);

    private TimeCodes() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** Returns the code of a step. */
    static String of(byte[] secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), step, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("a secret of no bytes", e);
        }
    }

    /**
     * Returns the step that {@code code} is of; nothing where it is of none that is near, or of one up to {@code used}.
     */
    static OptionalLong step(byte[] secret, String code, Instant now, long used) {
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - 1; step <= step(now) + 1; step++) {
            byte[] expected = of(secret, step).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(expected, code.getBytes(StandardCharsets.UTF_8)) && step > used) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
