package heed.connectors.form;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs links to the form and reads them: what a link is for, and the first 16 bytes of its HMAC-SHA-256, both in the
 * base64 that addresses may hold. Shows no key.
 */
public final class FormLinks {

    private static final String HMAC = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;

    private final byte[] key;

    /** Takes the key, at least 32 bytes. */
    public FormLinks(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("the key of form links must have at least 32 bytes");
        }
        this.key = key.clone();
    }

    /** Returns what the link's address ends in. */
    public String token(FormLink link) {
        byte[] text = link.text().getBytes(StandardCharsets.UTF_8);
        return encoded(text) + '.' + encoded(signature(text));
    }

    /** Returns what a link is for; nothing where it is none of ours. */
    public Optional<FormLink> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            byte[] text = Base64.getUrlDecoder().decode(parts[0]);
            byte[] shown = Base64.getUrlDecoder().decode(parts[1]);
            return MessageDigest.isEqual(signature(text), shown)
                    ? FormLink.parse(new String(text, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] signature(byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return Arrays.copyOf(mac.doFinal(text), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private static String encoded(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
