package heed.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.settings.AccessKind;
import heed.app.settings.Component;
import heed.app.settings.KafkaAccess;
import heed.app.settings.Settings;
import heed.app.settings.SettingsReader;
import heed.schemas.listen.ServerCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code SecuredBrokerIT} runs on a broker with these settings. */
class ComposeProductionTest {

    private static final String SECRETS = "/run/heed-secrets";

    @TempDir
    private Path directory;

    private ComposeFile file;

    @BeforeEach
    void read() throws IOException {
        file = ComposeFile.readProduction();
    }

    @Test
    void noListenerSpeaksPlainTextAndNobodyIsAllowedWhatNoAclSays() {
        // When // Then
        assertThat(file.brokers()).hasSize(3).allSatisfy(broker -> {
            Map<String, String> settings = broker.kafka();
            List<String> protocols = Arrays.stream(
                            settings.get("listener.security.protocol.map").split(",", -1))
                    .map(pair -> pair.split(":", -1)[1])
                    .toList();
            assertThat(protocols)
                    .hasSize(4)
                    .allMatch(protocol -> protocol.equals("SSL") || protocol.equals("SASL_SSL"));
            assertThat(settings)
                    .containsEntry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                    .containsEntry("allow.everyone.if.no.acl.found", "false")
                    .containsEntry("listener.name.broker.ssl.client.auth", "required")
                    .containsEntry("listener.name.controller.ssl.client.auth", "required");
            assertThat(settings.get("super.users")).doesNotContain("ANONYMOUS");
            assertThat(new KafkaConfig(settings).getString("inter.broker.listener.name"))
                    .isEqualTo("BROKER");
        });
    }

    @Test
    void everyPublishedPortIsOnLoopbackAndTheRegistryHasNone() {
        // When
        List<String> ports = file.services().values().stream()
                .flatMap(service -> service.list("ports").stream())
                .toList();

        // Then
        assertThat(ports).hasSize(9).allMatch(port -> port.matches("127\\.0\\.0\\.1:[0-9]+:[0-9]+"));
        assertThat(file.services().get("registry").list("ports")).isEmpty();
        assertThat(file.services().values()).allSatisfy(service -> assertThat(service.environment())
                .noneSatisfy((key, value) -> assertThat(key).contains("JMX")));
    }

    @Test
    void brokersAndRegistryAreOnANetworkOfTheirOwnWithHeedAlone() {
        // When
        List<String> reaching = file.services().values().stream()
                .filter(service -> service.list("networks").contains("servers"))
                .map(ComposeFile.Service::name)
                .toList();

        // Then
        assertThat(reaching)
                .containsExactlyInAnyOrder(
                        "kafka-1", "kafka-2", "kafka-3", "registry", "heed", "kafka-users", "heed-acls");
        assertThat(file.heed().list("networks")).containsExactly("servers", "default");
        assertThat(file.services().get("registry").list("networks")).containsExactly("servers");
    }

    @Test
    void whatIsRunOnceHasNoCapabilityEither() {
        // When // Then
        assertThat(List.of("kafka-users", "heed-acls")).allSatisfy(name -> {
            ComposeFile.Service service = file.services().get(name);
            assertThat(service.list("cap_drop")).containsExactly("ALL");
            assertThat(service.list("security_opt")).containsExactly("no-new-privileges:true");
            assertThat(service.keys()).containsEntry("restart", "no");
        });
    }

    @Test
    void everyFileOfSecretsIsOneThatTheScriptMakes() throws Exception {
        // Given
        Process script = new ProcessBuilder(
                        Path.of("..", "docker", "secrets.sh").toAbsolutePath().toString(), directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int code = script.waitFor();

        // When
        List<Path> missing = file.services().values().stream()
                .flatMap(service -> named(service).stream()
                        .map(name -> directory.resolve(mounted(service)).resolve(name)))
                .filter(Files::notExists)
                .toList();

        // Then
        assertThat(code).isZero();
        assertThat(missing).isEmpty();
        assertThat(named(file.heed())).hasSize(9);
        try (var keys = Files.list(directory)) {
            assertThat(keys.map(path -> path.getFileName().toString()))
                    .contains("ca.key", "heed", "kafka-1", "registry");
        }
        assertThat(Files.getPosixFilePermissions(directory)).hasSize(3);
    }

    @Test
    void everyPartOfHeedIsSomebodyElse() throws IOException {
        // Given
        for (Component component : Component.values()) {
            Files.writeString(
                    directory.resolve(component.text() + ".properties"),
                    "sasl.jaas.config=required username=\"heed-" + component.text() + "\" password=\"p\";");
        }
        Map<String, String> environment = new HashMap<>();
        file.heed().environment().forEach((key, value) -> environment.put(key, value.replace(SECRETS, directory + "")));

        // When
        KafkaAccess kafka = SettingsReader.read(
                        Optional.empty(), environment, Map.of("bootstrap", "k:1", "registry", "http://registry:8080"))
                .servers()
                .kafka();

        // Then
        assertThat(Arrays.stream(Component.values())
                        .map(component -> kafka.of(component).principal().orElseThrow()))
                .containsExactly(
                        "User:heed-pipeline",
                        "User:heed-intake",
                        "User:heed-page",
                        "User:heed-notifier",
                        "User:heed-themes",
                        "User:heed-commands");
        assertThat(kafka.of(Component.PAGE).client("k:1")).containsEntry("security.protocol", "SASL_SSL");
    }

    @Test
    void peopleSignInAndProgramsShowKeysOverTls() throws Exception {
        // Given
        Process script = new ProcessBuilder(
                        Path.of("..", "docker", "secrets.sh").toAbsolutePath().toString(), directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int code = script.waitFor();
        Map<String, String> environment = new HashMap<>();
        file.heed()
                .environment()
                .forEach((key, value) -> environment.put(key, value.replace(SECRETS, directory + "/heed")));

        // When
        Settings settings = SettingsReader.read(Optional.empty(), environment, Map.of());
        ServerCertificate page =
                ServerCertificate.read(settings.page().certificate().orElseThrow(), Instant.now());
        ServerCertificate intake = ServerCertificate.read(
                settings.intake().listener().certificate().orElseThrow(), Instant.now());

        // Then
        assertThat(code).isZero();
        assertThat(settings.access().kind()).isEqualTo(AccessKind.ACCOUNTS);
        assertThat(file.heed().list("command")).containsExactly("up");
        assertThat(settings.servers().bootstrap().orElseThrow()).startsWith("kafka-1:19092");
        assertThat(List.of("heed", "localhost")).allMatch(page::names).allMatch(intake::names);
        // What the page's people need is allowed too.
        assertThat(file.services().get("heed-acls").environment()).containsEntry("HEED_ACCESS_PEOPLE", "accounts");
    }

    @Test
    void prometheusAsksHeedOverTlsWithAKeyAndIsOtherwiseAsWithoutAccounts() throws IOException {
        // When
        Map<String, Object> open = prometheus("prometheus.yml");
        Map<String, Object> production = prometheus("production.yml");
        Map<String, Object> heed = ComposeFile.mapping(((List<?>) production.get("scrape_configs")).get(0));

        // Then
        assertThat(heed)
                .containsEntry("scheme", "https")
                .containsEntry("authorization", Map.of("credentials_file", SECRETS + "/metrics.key"))
                .containsEntry("tls_config", Map.of("ca_file", SECRETS + "/ca.pem"));
        heed.keySet().removeAll(List.of("scheme", "authorization", "tls_config"));
        assertThat(heed).isEqualTo(((List<?>) open.get("scrape_configs")).get(0));
        assertThat(others(production)).isEqualTo(others(open));
        assertThat(file.services().get("prometheus").list("command"))
                .contains("--config.file=/etc/prometheus/production.yml");
        assertThat(file.services().get("prometheus").list("volumes"))
                .contains("./secrets/prometheus:" + SECRETS + ":ro", "./monitoring/prometheus:/etc/prometheus:ro");
    }

    private static Map<String, Object> prometheus(String name) throws IOException {
        return ComposeFile.parsed(Path.of("..", "monitoring", "prometheus", name));
    }

    private static List<Object> others(Map<String, Object> prometheus) {
        List<?> jobs = (List<?>) prometheus.get("scrape_configs");
        return List.of(
                prometheus.get("global"),
                prometheus.get("rule_files"),
                prometheus.get("alerting"),
                jobs.subList(1, jobs.size()));
    }

    /** Returns the names of files of secrets that a service is told of. */
    private static List<String> named(ComposeFile.Service service) {
        return Pattern.compile(SECRETS + "/([a-z0-9-]+\\.[a-z]+)")
                .matcher(service.keys().toString())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static String mounted(ComposeFile.Service service) {
        return service.list("volumes").stream()
                .filter(volume -> volume.contains(SECRETS))
                .map(volume -> volume.replaceAll("^\\./secrets/([a-z0-9-]+):.*", "$1"))
                .findFirst()
                .orElseThrow();
    }
}
