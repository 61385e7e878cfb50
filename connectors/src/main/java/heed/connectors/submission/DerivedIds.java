package heed.connectors.submission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Makes ids that follow from a name: UUIDs of version 5 (RFC 9562), the same whenever the name is the same. */
public final class DerivedIds {

    /** The namespace of vendors' ids. */
    private static final UUID VENDORS = UUID.fromString("6f0e1f5e-5d0a-4b5e-9a51-7c1d6c1b8a10");

    private static final int VERSION_5 = 0x5000;

    private DerivedIds() {}

    /** Returns the id of what a vendor knows by an id of its own, whichever way it comes in. */
    public static UUID ofVendor(String source, String id) {
        return of(VENDORS, source + "|" + id);
    }

    /** Returns the UUID of version 5 of a name. */
    public static UUID of(UUID namespace, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer hashed = ByteBuffer.wrap(sha1(ByteBuffer.allocate(2 * Long.BYTES + text.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(text)
                .array()));
        long high = (hashed.getLong() & ~0xF000L) | VERSION_5;
        long low = (hashed.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha1(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
