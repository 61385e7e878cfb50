package heed.connectors.connect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names what is read: a file by its name and by what is in it. One that changes is another, and so is one that is
 * renamed.
 *
 * @param name of the file in its directory
 * @param content SHA-256 of its bytes, in hex
 */
record SourceFile(String name, String content) {

    private static final String FILE = "file";
    private static final String CONTENT = "content";
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int CHUNK = 1 << 16;
    private static final int SHORT = 8;

    /** Reads a file through for what is in it. */
    static SourceFile of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return new SourceFile(String.valueOf(file.getFileName()), HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns the file that a map of {@link #partition} names. */
    static SourceFile ofPartition(Map<String, ?> partition) {
        return new SourceFile(String.valueOf(partition.get(FILE)), String.valueOf(partition.get(CONTENT)));
    }

    /**
     * Returns the same as Connect keeps it, always in this order: a worker looks for places by the bytes that the map
     * comes to, and {@link Map#of} has another order in each process.
     */
    Map<String, String> partition() {
        Map<String, String> partition = new LinkedHashMap<>();
        partition.put(FILE, name);
        partition.put(CONTENT, content);
        return partition;
    }

    /** Tells whether a map is one that {@link #partition} could have returned. */
    static boolean isPartition(Map<String, ?> map) {
        return map.keySet().equals(Set.of(FILE, CONTENT))
                && map.get(FILE) instanceof String name
                && !name.isEmpty()
                && map.get(CONTENT) instanceof String content
                && SHA_256.matcher(content).matches();
    }

    /** Returns a name that another file of this name does not have, unless it has the same in it. */
    String nameOfItsOwn() {
        return content.substring(0, SHORT) + "-" + name;
    }
}
