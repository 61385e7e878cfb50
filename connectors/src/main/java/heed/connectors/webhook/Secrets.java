package heed.connectors.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Holds the secrets that a source may use: one, or two while it changes from one to the other. Shows none. */
final class Secrets {

    private static final String HMAC = "HmacSHA256";

    private final List<byte[]> secrets;

    Secrets(List<byte[]> secrets) {
        this.secrets = secrets.stream().map(byte[]::clone).toList();
    }

    /** Tells whether {@code code} is the HMAC of {@code signed}, in a time that tells nothing of either. */
    boolean sign(byte[] signed, byte[] code) {
        boolean found = false;
        for (byte[] secret : secrets) {
            found |= MessageDigest.isEqual(hmac(secret, signed), code);
        }
        return found;
    }

    /** Tells whether {@code shown} is one of them, in a time that tells nothing of it. */
    boolean hold(String shown) {
        byte[] text = shown.getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (byte[] secret : secrets) {
            found |= MessageDigest.isEqual(hmac(secret, secret), hmac(secret, text));
        }
        return found;
    }

    static byte[] hmac(byte[] secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return secrets.size() + " secrets";
    }
}
