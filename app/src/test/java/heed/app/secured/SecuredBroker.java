package heed.app.secured;

import heed.app.settings.Component;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker without a listener that asks nothing: SASL_SSL with SCRAM for clients, certificates among itself. */
final class SecuredBroker implements AutoCloseable {

    private static final String MECHANISM = "SCRAM-SHA-256";

    private final Path directory;
    private final Certificates certificates;
    private final int port;
    private final KafkaRaftServer server;

    private SecuredBroker(Path directory, Certificates certificates, int port, KafkaRaftServer server) {
        this.directory = directory;
        this.certificates = certificates;
        this.port = port;
        this.server = server;
    }

    static SecuredBroker start(Path directory) throws Exception {
        Certificates certificates = Certificates.make(directory, "broker");
        List<Integer> ports = freePorts();
        format(directory);
        var server = new KafkaRaftServer(new KafkaConfig(settings(directory, certificates, ports), false), Time.SYSTEM);
        server.startup();
        var broker = new SecuredBroker(directory, certificates, ports.get(0), server);
        for (Component component : Component.values()) {
            Files.writeString(
                    broker.file(component),
                    "sasl.jaas.config=" + jaas(user(component), password(user(component))) + "\n");
        }
        return broker;
    }

    private static List<Integer> freePorts() throws IOException {
        List<Integer> ports = new ArrayList<>();
        try (var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var third = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ports.addAll(List.of(first.getLocalPort(), second.getLocalPort(), third.getLocalPort()));
        }
        return ports;
    }

    private static void format(Path directory) throws Exception {
        List<String> users = new ArrayList<>(List.of(scram("admin")));
        for (Component component : Component.values()) {
            users.add(scram(user(component)));
        }
        try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(directory.resolve("log").toString())
                    .setMetadataLogDirectory(directory.resolve("log").toString())
                    .setFeatureLevel("transaction.version", (short) 2)
                    .setScramArguments(users)
                    .setPrintStream(quiet)
                    .run();
        }
    }

    private static String scram(String user) {
        return MECHANISM + "=[name=" + user + ",password=" + password(user) + ",iterations=4096]";
    }

    static String user(Component component) {
        return "heed-" + component.text();
    }

    private static String password(String user) {
        return "of-" + user;
    }

    private static Map<String, String> settings(Path directory, Certificates certificates, List<Integer> ports) {
        Map<String, String> settings = new HashMap<>(Map.ofEntries(
                Map.entry("node.id", "1"),
                Map.entry("process.roles", "broker,controller"),
                Map.entry("log.dirs", directory.resolve("log").toString()),
                Map.entry(
                        "listeners",
                        "CLIENT://127.0.0.1:%d,INTERNAL://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                .formatted(ports.get(0), ports.get(1), ports.get(2))),
                Map.entry("listener.security.protocol.map", "CLIENT:SASL_SSL,INTERNAL:SSL,CONTROLLER:SSL"),
                Map.entry("inter.broker.listener.name", "INTERNAL"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + ports.get(2)),
                Map.entry("sasl.enabled.mechanisms", MECHANISM),
                Map.entry(
                        "listener.name.client.scram-sha-256.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                Map.entry("listener.name.internal.ssl.client.auth", "required"),
                Map.entry("listener.name.controller.ssl.client.auth", "required"),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("ssl.keystore.location", certificates.keystore().toString()),
                Map.entry("ssl.keystore.password", Certificates.PASSWORD),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.truststore.location", certificates.pem().toString()),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("allow.everyone.if.no.acl.found", "false"),
                Map.entry("super.users", "User:CN=broker;User:admin")));
        settings.putAll(Map.ofEntries(
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000")));
        return settings;
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** Returns the settings of Heed by which all trust the broker and each component is itself. */
    Map<String, String> asComponents() {
        Map<String, String> options = new HashMap<>(shared());
        for (Component component : Component.values()) {
            options.put("kafka." + component.text() + ".file", file(component).toString());
        }
        return options;
    }

    private Path file(Component component) {
        return directory.resolve(component.text() + ".properties");
    }

    /** Returns the settings of Heed by which all trust the broker, and nobody is anybody. */
    private Map<String, String> shared() {
        return Map.of(
                "bootstrap",
                bootstrap(),
                "kafka.security.protocol",
                "SASL_SSL",
                "kafka.sasl.mechanism",
                MECHANISM,
                "kafka.ssl.truststore.type",
                "PEM",
                "kafka.ssl.truststore.location",
                certificates.pem().toString());
    }

    /** Returns what a client of the superuser needs to be told. */
    Map<String, Object> administrator() {
        return Map.of(
                "bootstrap.servers",
                bootstrap(),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                jaas("admin", password("admin")),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificates.pem().toString());
    }

    static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                + password + "\";";
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
