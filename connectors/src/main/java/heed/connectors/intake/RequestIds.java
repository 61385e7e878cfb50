package heed.connectors.intake;

import heed.connectors.submission.DerivedIds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the ids of one request's submissions that have none. Where the request has an {@code Idempotency-Key} they
 * follow from it, from what is sent and from their place in it, so that the same request again is the same responses,
 * also after a restart, and another request under the same key is never taken for it. Else they are new.
 */
final class RequestIds implements Supplier<UUID> {

    private static final UUID NAMESPACE = UUID.fromString("6f0e1f5e-5d0a-4b5e-9a51-7c1d6c1b8a12");

    private final Optional<String> key;
    private final Supplier<UUID> fresh;
    private byte[] content = {};
    private @Nullable String digest;
    private long made;

    /** Takes the key with whose it is, and what else makes ids. */
    RequestIds(Optional<String> key, Supplier<UUID> fresh) {
        this.key = key;
        this.fresh = fresh;
    }

    /** Says what the submissions that are read next were sent as. */
    void readFrom(byte[] sent) {
        content = sent;
        digest = null;
    }

    @Override
    public UUID get() {
        made++;
        return key.map(text -> DerivedIds.of(NAMESPACE, text + '|' + digest() + '|' + made))
                .orElseGet(fresh);
    }

    private String digest() {
        String known = digest;
        if (known == null) {
            known = digest(content);
            digest = known;
        }
        return known;
    }

    /** Returns a text that no two contents share. */
    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns how many are new, so that sending the same again would make others. */
    long unrepeatable() {
        return key.isPresent() ? 0 : made;
    }

    /** Returns the key with whose it is, of a header as RFC 8941 has text, or bare; nothing where there is none. */
    static Optional<String> key(@Nullable String header, String sender) {
        if (header == null) {
            return Optional.empty();
        }
        String stripped = header.strip();
        boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
        String key = quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
        if (key.isEmpty()
                || key.length() > 255
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(key)) {
            throw new RefusedRequestException(
                    Refusal.of(400, "No such Idempotency-Key", "It is 1 to 255 characters of ASCII, such as a UUID."));
        }
        return Optional.of(sender + '|' + key);
    }
}
