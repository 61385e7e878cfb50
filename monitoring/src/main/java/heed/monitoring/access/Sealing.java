package heed.monitoring.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Makes text unreadable, and unchangeable, to whoever does not know a secret: AES-256 in GCM. */
public final class Sealing {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    /**
     * Takes a secret that nobody guesses.
     *
     * @param purpose of what is sealed: what was sealed for one is nothing for another
     */
    public Sealing(String purpose, String secret, SecureRandom random) {
        this.key = new SecretKeySpec(Digest.bytes(purpose + '\0' + secret), "AES");
        this.random = random;
    }

    /** Returns {@code text} as only the secret opens it, in letters that a cookie takes. */
    public String seal(String text) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
            byte[] closed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(iv.length + closed.length)
                            .put(iv)
                            .put(closed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    /** Returns what was sealed; nothing where it was not, or not with this secret, or was changed. */
    public Optional<String> open(String closed) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(closed);
            if (bytes.length < IV_BYTES + TAG_BITS / Byte.SIZE) {
                return Optional.empty();
            }
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, Arrays.copyOf(bytes, IV_BYTES)));
            byte[] text = cipher.doFinal(bytes, IV_BYTES, bytes.length - IV_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
