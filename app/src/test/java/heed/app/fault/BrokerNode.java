package heed.app.fault;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The main class of a broker's own process: reads Kafka's properties from the file that it is given, formats the log
 * directory where there is none, and runs until standard input ends.
 */
final class BrokerNode {

    /** The line of standard output that says that the broker answers. */
    static final String READY = "heed.fault.broker.ready";

    private static final String CLUSTER = "SgGy7ZvdRgSPHlzCugiAeA";
    private static final short TRANSACTIONS_WITHOUT_HANGING = 2;

    private BrokerNode() {}

    public static void main(String[] args) throws Exception {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
            properties.load(in);
        }
        Path log = Path.of(properties.getProperty("log.dirs"));
        if (Files.notExists(log.resolve("meta.properties"))) {
            format(log, Integer.parseInt(properties.getProperty("node.id")));
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        System.out.println(READY);
        System.in.transferTo(OutputStream.nullOutputStream());
        server.shutdown();
        System.exit(0);
    }

    private static void format(Path log, int node) throws Exception {
        try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setNodeId(node)
                    .setClusterId(CLUSTER)
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(log.toString())
                    .setMetadataLogDirectory(log.toString())
                    .setFeatureLevel("transaction.version", TRANSACTIONS_WITHOUT_HANGING)
                    .setPrintStream(quiet)
                    .run();
        }
    }
}
