package heed.connectors.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes ids that are the same whenever the same row is read: UUIDs of version 5 (RFC 9562).
 *
 * <p>A vendor's id becomes that of {@code SOURCE|ID}. A row without one gets that of what it says and of how many rows
 * that say the same came before: the same file again has the same ids.
 */
public final class RowIds {

    /** The namespace of vendors' ids. */
    public static final UUID VENDORS = UUID.fromString("6f0e1f5e-5d0a-4b5e-9a51-7c1d6c1b8a10");

    /** The namespace of rows without one. */
    static final UUID ROWS = UUID.fromString("6f0e1f5e-5d0a-4b5e-9a51-7c1d6c1b8a11");

    private static final int VERSION_5 = 0x5000;

    private final String source;
    private final Map<UUID, Integer> alike = new HashMap<>();

    RowIds(String source) {
        this.source = source;
    }

    UUID ofVendor(String id) {
        return version5(VENDORS, source + "|" + id);
    }

    UUID ofContent(List<String> content) {
        StringBuilder said = new StringBuilder(source);
        content.forEach(
                cell -> said.append('|').append(cell.length()).append(':').append(cell));
        UUID group = version5(ROWS, said.toString());
        int before = alike.merge(group, 1, Integer::sum) - 1;
        return before == 0 ? group : version5(group, String.valueOf(before));
    }

    /** Returns the UUID of version 5 of a name. */
    public static UUID version5(UUID namespace, String name) {
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
