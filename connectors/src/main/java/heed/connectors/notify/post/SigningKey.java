package heed.connectors.notify.post;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that messages are signed with, as Standard Webhooks writes it: {@code whsec_} and 24 to 64 bytes in Base64. It
 * is never shown.
 */
public final class SigningKey {

    /** How a key has to be written. */
    public static final String SHAPE = "whsec_ and 24 to 64 bytes in Base64";

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST = 24;
    private static final int MOST = 64;

    private final byte[] key;

    private SigningKey(byte[] key) {
        this.key = key;
    }

    /** Returns the key that is written so; nothing where it is none. */
    public static Optional<SigningKey> of(String text) {
        try {
            byte[] key =
                    text.startsWith(PREFIX) ? Base64.getDecoder().decode(text.substring(PREFIX.length())) : new byte[0];
            return key.length < LEAST || key.length > MOST ? Optional.empty() : Optional.of(new SigningKey(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the header's value: a signature by each key. */
    static String signatures(List<SigningKey> keys, String id, Instant at, byte[] body) {
        return keys.stream().map(key -> key.signature(id, at, body)).collect(Collectors.joining(" "));
    }

    private String signature(String id, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "****";
    }
}
