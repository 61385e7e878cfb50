package heed.app.server.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the name under which this data directory is a member of the consumer group.
 *
 * <p>A restarted instance that comes back under its name gets its partitions back at once. The name is random and kept,
 * not made from the path: two machines may use the same path, and must not take each other for themselves.
 */
public final class InstanceId {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceId.class);
    private static final String FILE = "instance-id";
    private static final Pattern OURS = Pattern.compile("heed-[0-9a-f-]{36}");

    private InstanceId() {}

    /** Returns the name that is kept in {@code dataDirectory}, or a new one where there is none that could be ours. */
    public static String in(Path dataDirectory) {
        Path file = dataDirectory.resolve(FILE);
        try {
            if (Files.exists(file)) {
                String kept = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
                if (OURS.matcher(kept).matches()) {
                    return kept;
                }
                LOG.warn("The instance's name is damaged, and it is given another file={}", file);
            }
            String id = "heed-" + UUID.randomUUID();
            Files.writeString(file, id + "\n");
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read or written", e);
        }
    }
}
