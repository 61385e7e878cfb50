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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.internals.BrokerSecurityConfigs;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A broker with the settings, certificates and passwords of {@code docker-compose.production.yml}, alone and on
 * loopback: so what that file says is run, though no container is. Beside that file's it has three listeners for what
 * other installations do: clients that show a certificate and nothing else, such that show a token, and such that show
 * a name and password as they are.
 */
final class SecuredBroker implements AutoCloseable {

    private static final String IN_CONTAINERS = "/run/heed-secrets";
    private static final int ITERATIONS = 4096;

    private final Path secrets;
    private final List<Integer> ports;
    private final TokenIssuer issuer;
    private final KafkaRaftServer server;

    private SecuredBroker(Path secrets, List<Integer> ports, TokenIssuer issuer, KafkaRaftServer server) {
        this.secrets = secrets;
        this.ports = ports;
        this.issuer = issuer;
        this.server = server;
    }

    static SecuredBroker start(Path directory) throws Exception {
        Path secrets = secrets(directory);
        List<Integer> ports = freePorts();
        Path log = directory.resolve("log");
        format(log);
        TokenIssuer issuer = TokenIssuer.start(tokenSecrets());
        Map<String, String> settings = settings(secrets, log, ports);
        settings.putAll(othersListeners(settings, ports, issuer));
        // A broker's own process says which addresses its settings may name.
        System.setProperty(BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_URLS_CONFIG, issuer.keys());
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        System.clearProperty(BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_URLS_CONFIG);
        var broker = new SecuredBroker(secrets, ports, issuer, server);
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
            for (int i = 0; i < 7; i++) {
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

    private static Map<String, String> othersListeners(
            Map<String, String> settings, List<Integer> ports, TokenIssuer issuer) {
        String others = ",CERTIFICATES://127.0.0.1:%d,TOKENS://127.0.0.1:%d,PASSWORDS://127.0.0.1:%d"
                .formatted(ports.get(4), ports.get(5), ports.get(6));
        Map<String, String> more = new HashMap<>();
        for (String key : List.of("listeners", "advertised.listeners")) {
            more.put(key, settings.get(key) + others);
        }
        more.put(
                "listener.security.protocol.map",
                settings.get("listener.security.protocol.map")
                        + ",CERTIFICATES:SSL,TOKENS:SASL_SSL,PASSWORDS:SASL_SSL");
        String certificates = "listener.name.certificates.";
        more.put(certificates + "ssl.client.auth", "required");
        more.put(
                certificates + "ssl.principal.mapping.rules",
                "RULE:^CN=heed-([a-z]+),OU=parts$/by-certificate-$1/,DEFAULT");
        String tokens = "listener.name.tokens.";
        more.put(tokens + "sasl.enabled.mechanisms", "OAUTHBEARER");
        more.put(
                tokens + "oauthbearer.sasl.server.callback.handler.class",
                OAuthBearerValidatorCallbackHandler.class.getName());
        more.put(tokens + "oauthbearer.sasl.jaas.config", OAuthBearerLoginModule.class.getName() + " required;");
        more.put(tokens + "sasl.oauthbearer.jwks.endpoint.url", issuer.keys());
        more.put(tokens + "sasl.oauthbearer.expected.audience", TokenIssuer.AUDIENCE);
        more.put(tokens + "sasl.oauthbearer.expected.issuer", issuer.address());
        String passwords = "listener.name.passwords.";
        more.put(passwords + "sasl.enabled.mechanisms", "PLAIN");
        more.put(
                passwords + "plain.sasl.jaas.config",
                Arrays.stream(Component.values())
                        .map(component -> "user_" + byPassword(component) + "=\"" + password(component) + "\"")
                        .collect(Collectors.joining(" ", PlainLoginModule.class.getName() + " required ", ";")));
        return more;
    }

    private static Map<String, String> tokenSecrets() {
        return Arrays.stream(Component.values())
                .collect(Collectors.toMap(SecuredBroker::byToken, component -> "s3cret-of-" + component.text()));
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

    /** Returns whom the broker takes somebody for who shows a certificate. */
    static String byCertificate(Component component) {
        return "by-certificate-" + component.text();
    }

    /** Returns whom the broker takes somebody for who shows a token. */
    static String byToken(Component component) {
        return "by-token-" + component.text();
    }

    /** Returns the settings of Heed that reach one of the listeners; how its parts say who they are is to follow. */
    private Map<String, String> reaching(int listener, String protocol) throws IOException {
        return new HashMap<>(Map.of(
                "bootstrap",
                "127.0.0.1:" + ports.get(listener),
                "notify.routes",
                routes(),
                "kafka.security.protocol",
                protocol,
                "kafka.ssl.truststore.type",
                "PEM",
                "kafka.ssl.truststore.location",
                secrets.resolve("ca.pem").toString()));
    }

    /** Returns the settings of Heed whose parts show a certificate each, and no name and password. */
    Map<String, String> withCertificates() throws IOException, InterruptedException {
        Map<String, String> options = reaching(4, "SSL");
        options.put("kafka.ssl.keystore.type", "PEM");
        for (Component component : Component.values()) {
            Path certificate = certificate(component);
            options.put(file(component), properties("certificate", component, "ssl.keystore.location=" + certificate));
        }
        return options;
    }

    /** Makes a certificate of the installation's authority as {@code docker/secrets.sh} does. */
    private Path certificate(Component component) throws IOException, InterruptedException {
        Path made = secrets.resolve("heed-" + component.text() + ".pem");
        Process openssl = new ProcessBuilder(
                        "bash",
                        "-euc",
                        """
                        openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out part.key
                        openssl req -new -key part.key -subj "/OU=parts/CN=heed-$1" |
                          openssl x509 -req -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -out part.crt
                        cat part.key part.crt ca.pem > "$2"
                        """,
                        "bash",
                        component.text(),
                        made.toString())
                .directory(secrets.toFile())
                .redirectErrorStream(true)
                .redirectOutput(secrets.resolve("openssl.out").toFile())
                .start();
        if (openssl.waitFor() != 0) {
            throw new IOException(Files.readString(secrets.resolve("openssl.out")));
        }
        return made;
    }

    /** Returns the settings of Heed whose parts show a token each, which an issuer gives them for a secret. */
    Map<String, String> withTokens() throws IOException {
        Map<String, String> options = reaching(5, "SASL_SSL");
        options.put("kafka.sasl.mechanism", "OAUTHBEARER");
        options.put("kafka.sasl.oauthbearer.token.endpoint.url", issuer.tokens());
        for (Component component : Component.values()) {
            String id = byToken(component);
            options.put(
                    file(component),
                    properties(
                            "token",
                            component,
                            "sasl.oauthbearer.client.credentials.client.id=" + id
                                    + "\nsasl.oauthbearer.client.credentials.client.secret="
                                    + tokenSecrets().get(id)));
        }
        return options;
    }

    /** Returns whom the broker takes somebody for who shows a name and password as they are. */
    static String byPassword(Component component) {
        return "by-password-" + component.text();
    }

    private static String password(Component component) {
        return "pa55-of-" + component.text();
    }

    /** Returns the settings of Heed whose parts show a name and password each, as they are. */
    Map<String, String> withPasswords() throws IOException {
        Map<String, String> options = reaching(6, "SASL_SSL");
        options.put("kafka.sasl.mechanism", "PLAIN");
        for (Component component : Component.values()) {
            String shown = "sasl.jaas.config=%s required username=\"%s\" password=\"%s\";"
                    .formatted(PlainLoginModule.class.getName(), byPassword(component), password(component));
            options.put(file(component), properties("password", component, shown));
        }
        return options;
    }

    private static String file(Component component) {
        return "kafka." + component.text() + ".file";
    }

    private String properties(String kind, Component component, String text) throws IOException {
        return Files.writeString(secrets.resolve(component.text() + "-" + kind + ".properties"), text + "\n")
                .toString();
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
        issuer.close();
    }

    /** Returns another authority's certificate than the broker's. */
    Path stranger(Path directory) throws IOException, InterruptedException {
        return secrets(Files.createDirectories(directory)).resolve("ca.pem");
    }
}
