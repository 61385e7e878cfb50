package heed.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import heed.schemas.registry.RegistryAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.internals.BrokerSecurityConfigs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAccessTest {

    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required"
            + " username=\"heed-page\" password=\"pa55word\";";

    @TempDir
    private Path directory;

    @Test
    void everyComponentHasWhatIsForAllAndOnTopWhatItsFileSays() throws IOException {
        // Given
        Path page = Files.writeString(
                directory.resolve("page.properties"), "sasl.jaas.config=" + SCRAM + "\nsasl.mechanism=SCRAM-SHA-256\n");
        Map<String, String> options = Map.of(
                "kafka.security.protocol",
                "SASL_SSL",
                "kafka.sasl.mechanism",
                "SCRAM-SHA-512",
                "kafka.page.file",
                page.toString());

        // When
        KafkaAccess kafka = read(Map.of(), options).servers().kafka();

        // Then
        assertThat(kafka.of(Component.INTAKE).client("k:1"))
                .isEqualTo(Map.of(
                        "bootstrap.servers",
                        "k:1",
                        "security.protocol",
                        "SASL_SSL",
                        "sasl.mechanism",
                        "SCRAM-SHA-512"));
        assertThat(kafka.of(Component.PAGE).client("k:1"))
                .isEqualTo(Map.of(
                        "bootstrap.servers", "k:1",
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "SCRAM-SHA-256",
                        "sasl.jaas.config", SCRAM));
        assertThat(kafka.of(Component.PAGE).principal()).contains("User:heed-page");
    }

    @Test
    void noSecretIsInAnyText() throws IOException {
        // Given
        Map<String, String> environment =
                Map.of("HEED_KAFKA_SASL_JAAS_CONFIG", SCRAM, "HEED_REGISTRY_ACCESS_TOKEN", "t0ken");

        // When
        Settings settings = read(environment, Map.of());

        // Then
        assertThat(settings.toString()).doesNotContain("pa55word").doesNotContain("t0ken");
        assertThat(settings.servers().kafka().of(Component.PAGE)).hasToString("sasl.jaas.config=****");
        assertThat(settings.servers().registryAccess()).isEqualTo(RegistryAccess.bearer("t0ken"));
    }

    @Test
    void aSecretMayStandInAFileThatItsVariableNames() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("jaas"), SCRAM + "\n");
        Map<String, String> environment = Map.of(
                "HEED_KAFKA_SASL_JAAS_CONFIG_FILE", file.toString(),
                "HEED_REGISTRY_ACCESS_PASSWORD_FILE", file.toString(),
                "HEED_REGISTRY_ACCESS_USER", "heed");

        // When
        Settings settings = read(environment, Map.of());

        // Then
        assertThat(settings.servers().kafka().of(Component.PAGE).principal()).contains("User:heed-page");
        assertThat(settings.servers().registryAccess()).isEqualTo(RegistryAccess.basic("heed", SCRAM));
    }

    @Test
    void nameAndPasswordOfTheRegistrysAddressAreTakenOutOfIt() {
        // When
        Settings settings = read(Map.of(), Map.of("registry", "http://ada:s%3Acret@registry:8081/x"));

        // Then
        assertThat(settings.servers().registry()).contains(URI.create("http://registry:8081/x"));
        assertThat(settings.servers().registryAccess()).isEqualTo(RegistryAccess.basic("ada", "s:cret"));
    }

    @Test
    void saysWhatIsWrongWithoutTheSecretsInIt() throws IOException {
        // Given
        Path page = Files.writeString(
                directory.resolve("page.properties"),
                "sasl.jaas.confg=" + SCRAM + "\nsecurity.protocol=TLS-pa55word\nssl.engine.factory.class=Evil\n");
        Map<String, String> environment = Map.of("HEED_KAFKA_SASL_JAS_CONFIG", "pa55word");
        Map<String, String> options = Map.of(
                "kafka.sasl.jaas.config", SCRAM, "kafka.page.file", page.toString(), "registry-access.user", "ada");

        // When
        var refusal = catchThrowableOfType(SettingsException.class, () -> read(environment, options));

        // Then
        assertThat(refusal.problems())
                .extracting(SettingProblem::what)
                .containsExactlyInAnyOrder(
                        "HEED_KAFKA_SASL_JAS_CONFIG = \"****\" (environment): no such setting; the nearest is"
                                + " HEED_KAFKA_SASL_JAAS_CONFIG",
                        "kafka.sasl.jaas.config = \"****\" (command option): must be given by its variable, by a file that"
                                + " the variable with _FILE behind it names, or in the settings file: whoever is on this"
                                + " machine sees what a command is given",
                        page + ": sasl.jaas.confg is none of the settings that Heed takes of Kafka's; the nearest is"
                                + " sasl.jaas.config",
                        page + ": security.protocol must be one of PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL, or empty",
                        page
                                + ": ssl.engine.factory.class is none of the settings that Heed takes of Kafka's; the nearest"
                                + " is ssl.enabled.protocols",
                        "registry-access.user = \"ada\" (command option): must be given together with"
                                + " registry-access.password");
    }

    @Test
    void embeddedServersAskNobody() {
        // When
        var refusal = catchThrowableOfType(
                SettingsException.class,
                () -> SettingsReader.read(
                        Optional.empty(),
                        Map.of(),
                        Map.of("kafka.security.protocol", "SSL", "registry-access.certificates", "ca.pem")));

        // Then
        assertThat(refusal.problems())
                .extracting(SettingProblem::what)
                .containsExactlyInAnyOrder(
                        "kafka.security.protocol = \"SSL\" (command option): must be given together with bootstrap:"
                                + " embedded servers ask nobody who they are",
                        "registry-access.certificates = \"ca.pem\" (command option): must be given together with registry:"
                                + " embedded servers ask nobody who they are");
    }

    /** A client that has no token is not made: so it is seen what it asks for, and as whom. */
    @Test
    void withOauthbearerTokensAreAskedForAndNeverMadeUp() throws IOException {
        // Given
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
        });
        issuer.start();
        String endpoint = "http://127.0.0.1:" + issuer.getAddress().getPort() + "/token";
        Map<String, String> environment =
                Map.of("HEED_KAFKA_SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET", "s3cret");
        Map<String, String> options = Map.of(
                "kafka.security.protocol", "SASL_PLAINTEXT",
                "kafka.sasl.mechanism", "OAUTHBEARER",
                "kafka.sasl.oauthbearer.token.endpoint.url", endpoint,
                "kafka.sasl.oauthbearer.client.credentials.client.id", "heed");
        KafkaAccess kafka = read(environment, options).servers().kafka();
        Map<String, Object> client = new HashMap<>(kafka.of(Component.PAGE).client("127.0.0.1:1"));

        // When
        System.setProperty(
                BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_URLS_CONFIG, String.join(",", kafka.tokenEndpoints()));
        var failure = catchThrowableOfType(
                KafkaException.class, () -> Admin.create(client).close());
        System.clearProperty(BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_URLS_CONFIG);
        issuer.stop(0);

        // Then
        assertThat(failure).isNotNull();
        assertThat(asked).contains("/token Basic aGVlZDpzM2NyZXQ=");
    }

    private static Settings read(Map<String, String> environment, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(Map.of("bootstrap", "k:1", "registry", "http://registry:8081"));
        all.putAll(options);
        return SettingsReader.read(Optional.empty(), environment, all);
    }
}
