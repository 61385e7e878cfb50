package heed.app.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Digests records in their order, so that a backup that lost or changed one is known. */
final class RecordsDigest {

    private static final int ABSENT = -1;

    private final MessageDigest sha;
    private long records;

    RecordsDigest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes one more record. */
    void add(KeptRecord kept) {
        records++;
        field(kept.topic().name().getBytes(StandardCharsets.UTF_8));
        number(kept.partition());
        number(kept.timestamp());
        field(kept.key() == null ? null : kept.key().getBytes(StandardCharsets.UTF_8));
        field(kept.value());
        for (var header : kept.headers()) {
            field(header.key().getBytes(StandardCharsets.UTF_8));
            field(header.value());
        }
    }

    long records() {
        return records;
    }

    /** Returns the digest, 32 bytes, and begins anew. */
    byte[] digest() {
        return sha.digest();
    }

    private void field(byte @Nullable [] bytes) {
        number(bytes == null ? ABSENT : bytes.length);
        if (bytes != null) {
            sha.update(bytes);
        }
    }

    private void number(long number) {
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    }
}
