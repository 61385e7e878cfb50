package heed.app.server.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * The directory that the embedded broker keeps its log in.
 *
 * <p>A new one is formatted beside its final place and then moved there in one step: a process that is killed while it
 * formats leaves nothing that looks like a log directory.
 */
final class BrokerStorage {

    private static final short TRANSACTIONS_WITHOUT_HANGING = 2;

    private final Path log;
    private final String clusterId;

    private BrokerStorage(Path log, String clusterId) {
        this.log = log;
        this.clusterId = clusterId;
    }

    /** Opens the log under {@code directory}, formatting it where there is none. */
    static BrokerStorage open(Path directory) {
        Path log = directory.resolve("log");
        if (log.toString().indexOf(',') >= 0) {
            throw new ServerStartException("There is a comma in " + directory
                    + ", which Kafka takes for two directories. Choose another with --data.");
        }
        try {
            if (Files.notExists(log)) {
                format(directory.resolve("log.new"), log);
            }
            return new BrokerStorage(log, readClusterId(directory, log));
        } catch (IOException e) {
            throw new ServerStartException(
                    "The broker's data in " + log + " can't be read or written (" + e
                            + "). Make it accessible, or choose another directory with --data.",
                    e);
        }
    }

    Path log() {
        return log;
    }

    String clusterId() {
        return clusterId;
    }

    private static void format(Path unfinished, Path log) throws IOException {
        TemporaryDirectory.delete(unfinished);
        Files.createDirectories(unfinished);
        try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setNodeId(BrokerSettings.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .addDirectory(unfinished.toString())
                    .setMetadataLogDirectory(unfinished.toString())
                    .setFeatureLevel("transaction.version", TRANSACTIONS_WITHOUT_HANGING)
                    .setPrintStream(quiet)
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new ServerStartException("The broker's log directory " + log + " could not be formatted: " + e, e);
        }
        Files.move(unfinished, log, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String readClusterId(Path directory, Path log) throws IOException {
        Path file = log.resolve("meta.properties");
        Properties properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            }
        }
        String clusterId = properties.getProperty("cluster.id");
        boolean ours = "1".equals(properties.getProperty("version"))
                && String.valueOf(BrokerSettings.NODE).equals(properties.getProperty("node.id"));
        if (clusterId == null || !ours) {
            throw foreign(directory, null);
        }
        return clusterId;
    }

    /** Says that the directory holds something, but no log that this broker can read. */
    static ServerStartException foreign(Path directory, @Nullable Throwable cause) {
        String reason = cause == null ? "" : " (" + cause.getMessage() + ")";
        return new ServerStartException(
                directory + " holds data in a format that this version's broker does not read" + reason
                        + ". Move it away, or choose another directory with --data.",
                cause);
    }
}
