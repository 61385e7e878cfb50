package heed.app.server.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Keeps the name under which this data directory is a member of the consumer group.
 *
 * <p>A restarted instance that comes back under its name gets its partitions back at once. The name is random and kept,
 * not made from the path: two machines may use the same path, and must not take each other for themselves.
 */
public final class InstanceId {

    private static final String FILE = "instance-id";

    private InstanceId() {}

    public static String in(Path dataDirectory) {
        Path file = dataDirectory.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            String id = "heed-" + UUID.randomUUID();
            Files.writeString(file, id + "\n");
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read or written", e);
        }
    }
}
