package heed.app.secured;

import heed.app.compose.ComposeFile;
import heed.app.settings.Component;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A broker with the settings, certificates and passwords of {@code docker-compose.production.yml}, alone and on
 * loopback: so what that file says is run, though no container is.
 */
final class SecuredBroker implements AutoCloseable {

    private static final String IN_CONTAINERS = "/run/heed-secrets";
    private static final int ITERATIONS = 4096;

    private final Path secrets;
    private final List<Integer> ports;
    private final KafkaRaftServer server;

    private SecuredBroker(Path secrets, List<Integer> ports, KafkaRaftServer server) {
        this.secrets = secrets;
        this.ports = ports;
        this.server = server;
    }

    static SecuredBroker start(Path directory) throws Exception {
        Path secrets = secrets(directory);
        List<Integer> ports = freePorts();
        Path log = directory.resolve("log");
        format(log);
        var server = new KafkaRaftServer(new KafkaConfig(settings(secrets, log, ports), false), Time.SYSTEM);
        server.startup();
        var broker = new SecuredBroker(secrets, ports, server);
        broker.knowsComponents();
        return broker;
    }

    private static Path secrets(Path directory) throws IOException, InterruptedException {
        Path secrets = directory.resolve("secrets");
        Path said = directory.resolve("secrets.out");
        Process script = new ProcessBuilder(
                        Path.of("..", "docker", "secrets.sh").toAbsolutePath().toString(), secrets.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (script.waitFor() != 0) {
            throw new IOException(Files.readString(said));
        }
        Path admin = secrets.resolve("kafka-admin").resolve("client.properties");
        Files.writeString(
                admin,
                Files.readString(admin).replace(IN_CONTAINERS, admin.getParent().toString()));
        return secrets;
    }

    private static List<Integer> freePorts() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    private static void format(Path log) throws Exception {
        try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(log.toString())
                    .setMetadataLogDirectory(log.toString())
                    .setFeatureLevel("transaction.version", (short) 2)
                    .setPrintStream(quiet)
                    .run();
        }
    }

    /** All but where it is and how many there are is the file's. */
    private static Map<String, String> settings(Path secrets, Path log, List<Integer> ports) throws IOException {
        Map<String, String> settings =
                new HashMap<>(ComposeFile.readProduction().brokers().get(0).kafka());
        settings.replaceAll((key, value) ->
                value.replace(IN_CONTAINERS, secrets.resolve("kafka-1").toString()));
        settings.replaceAll((key, value) ->
                key.matches(".*\\.(replication\\.factor|min\\.isr)|min\\.insync\\.replicas") ? "1" : value);
        String clients = "BROKER://127.0.0.1:%d,INTERNAL://127.0.0.1:%d,HOST://127.0.0.1:%d"
                .formatted(ports.get(0), ports.get(1), ports.get(2));
        settings.putAll(Map.of(
                "log.dirs", log.toString(),
                "listeners", clients + ",CONTROLLER://127.0.0.1:" + ports.get(3),
                "advertised.listeners", clients,
                "controller.quorum.voters", "1@127.0.0.1:" + ports.get(3),
                "group.initial.rebalance.delay.ms", "0",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.num.partitions", "1",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "log.cleaner.dedupe.buffer.size", "16777216"));
        return settings;
    }

    /** Does what the file's {@code kafka-users} does by Kafka's own tool. */
    private void knowsComponents() throws Exception {
        List<UserScramCredentialAlteration> users = new ArrayList<>();
        for (Component component : Component.values()) {
            String password = Files.readString(secrets.resolve("kafka-admin").resolve(component.text() + ".password"));
            users.add(new UserScramCredentialUpsertion(
                    user(component), new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password));
        }
        try (Admin admin = Admin.create(administrator())) {
            admin.alterUserScramCredentials(users).all().get();
        }
    }

    static String user(Component component) {
        return "heed-" + component.text();
    }

    String bootstrap() {
        return "127.0.0.1:" + ports.get(1);
    }

    /** Returns where brokers, and who administers them, find each other. */
    String bootstrapOfBrokers() {
        return "127.0.0.1:" + ports.get(0);
    }

    /** Returns the settings of Heed that the file's container of Heed has. */
    Map<String, String> asComponents() throws IOException {
        Map<String, String> options = new HashMap<>(Map.of("bootstrap", bootstrap(), "notify.routes", routes()));
        ComposeFile.readProduction().heed().environment().forEach((variable, value) -> {
            if (variable.startsWith("HEED_KAFKA_")) {
                options.put(
                        variable.substring("HEED_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value.replace(IN_CONTAINERS, secrets.resolve("heed").toString()));
            }
        });
        return options;
    }

    /** Returns a file of routes that tells somebody who is away, if anything. */
    private String routes() throws IOException {
        return Files.writeString(
                        secrets.resolve("routes.yaml"),
                        "routes:\n  nobody:\n    to: alertmanager\n    url: http://127.0.0.1:9\n")
                .toString();
    }

    /** Returns the file of client settings of who administers Kafka. */
    Path administratorsFile() {
        return secrets.resolve("kafka-admin").resolve("client.properties");
    }

    /** Returns what a client of who administers Kafka needs to be told. */
    Map<String, Object> administrator() throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(administratorsFile())) {
            properties.load(in);
        }
        Map<String, Object> client = new HashMap<>(Map.of("bootstrap.servers", bootstrapOfBrokers()));
        properties.stringPropertyNames().forEach(name -> client.put(name, properties.getProperty(name)));
        return client;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Returns another authority's certificate than the broker's. */
    Path stranger(Path directory) throws IOException, InterruptedException {
        return secrets(Files.createDirectories(directory)).resolve("ca.pem");
    }
}
