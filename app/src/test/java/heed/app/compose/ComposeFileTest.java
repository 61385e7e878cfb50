package heed.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.command.HeedCommand;
import heed.app.settings.Settings;
import heed.app.settings.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComposeFileTest {

    private ComposeFile file;
    private Collection<ComposeFile.Service> services;

    @BeforeEach
    void read() throws IOException {
        file = ComposeFile.read();
        services = file.services().values();
    }

    @Test
    void everyImageIsPinnedToOneVersion() {
        // When // Then
        assertThat(services).hasSize(10).allSatisfy(service -> assertThat(service.image())
                .matches("[a-z/-]+:v?[0-9]+(\\.[0-9]+){1,2}"));
    }

    @Test
    void everyServiceHasAHealthCheckThatStartsPatiently() {
        // When // Then
        assertThat(services)
                .filteredOn(service -> !service.name().equals("postgres-sink"))
                .allSatisfy(service -> assertThat(service.healthcheck())
                        .containsKeys("test", "interval", "timeout", "retries", "start_period"));
    }

    @Test
    void onlyWhoAsksForPostgresqlGetsItAndASinkThatHeedKnows() {
        // Given
        Stream<ComposeFile.Service> asked =
                services.stream().filter(service -> service.keys().containsKey("profiles"));
        ComposeFile.Service sink = file.services().get("postgres-sink");

        // When
        int understood = HeedCommand.run(Stream.concat(sink.list("command").stream(), Stream.of("--help"))
                .toArray(String[]::new));

        // Then
        assertThat(understood).isZero();
        assertThat(asked).extracting(ComposeFile.Service::name).containsExactly("postgres", "postgres-sink");
        assertThat(sink.image()).isEqualTo(file.heed().image());
    }

    @Test
    void everyDependencyIsAServiceAndSaysWhatItWaitsFor() {
        // When // Then
        assertThat(services).allSatisfy(service -> service.dependsOn().forEach((name, condition) -> {
            assertThat(file.services()).containsKey(name);
            assertThat(ComposeFile.mapping(condition).get("condition"))
                    .isIn("service_healthy", "service_started", "service_completed_successfully");
        }));
        assertThat(file.heed().dependsOn()).containsOnlyKeys("kafka-1", "kafka-2", "kafka-3", "registry");
    }

    @Test
    void everyPublishedPortIsOnLoopbackAndTakenOnce() {
        // When
        List<String> ports = services.stream()
                .flatMap(service -> service.list("ports").stream())
                .toList();

        // Then
        assertThat(ports).hasSize(9).allMatch(port -> port.matches("127\\.0\\.0\\.1:[0-9]+:[0-9]+"));
        assertThat(ports.stream().map(port -> port.split(":", -1)[1])).doesNotHaveDuplicates();
    }

    @Test
    void noServiceGainsAPrivilegeOrHasACapabilityAndEachHasALimitOfMemory() {
        // When // Then
        assertThat(services).allSatisfy(service -> {
            assertThat(service.list("cap_drop")).containsExactly("ALL");
            assertThat(service.list("cap_add")).isEmpty();
            assertThat(service.list("security_opt")).containsExactly("no-new-privileges:true");
            assertThat(service.keys()).doesNotContainKey("privileged");
            assertThat(String.valueOf(service.keys().get("mem_limit"))).matches("[0-9]+[gm]");
        });
    }

    /** Brokers write their settings beside their program, and nobody has tried the registry so. */
    @Test
    void onlyBrokersAndTheRegistryWriteToTheirOwnFileSystem() {
        // When // Then
        assertThat(file.services().entrySet())
                .filteredOn(service ->
                        !Boolean.TRUE.equals(service.getValue().keys().get("read_only")))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("kafka-1", "kafka-2", "kafka-3", "registry");
    }

    @Test
    void heedWritesToItsVolumeAndToTemporaryFilesAlone() {
        // When // Then
        assertThat(file.heed().keys()).containsEntry("read_only", true);
        assertThat(file.heed().list("tmpfs")).containsExactly("/tmp:exec,nosuid,nodev,size=128m");
        assertThat(file.heed().list("volumes")).containsExactly("heed:/var/lib/heed");
    }

    @Test
    void theRegistryIsForTheOtherContainersAloneAndOnlyReadsRegistersAndComparesSchemas() {
        // When
        ComposeFile.Service registry = file.services().get("registry");

        // Then
        assertThat(registry.list("ports")).isEmpty();
        assertThat(registry.environment())
                .containsEntry("QUARKUS_HTTP_CORS_ENABLED", "false")
                .containsEntry("QUARKUS_HTTP_AUTH_PERMISSION_SCHEMAS_PATHS", "/apis/ccompat/v7/*")
                .containsEntry("QUARKUS_HTTP_AUTH_PERMISSION_SCHEMAS_METHODS", "GET,POST,PUT")
                .containsEntry("QUARKUS_HTTP_AUTH_PERMISSION_SCHEMAS_POLICY", "permit")
                .containsEntry("QUARKUS_HTTP_AUTH_PERMISSION_OTHERS_PATHS", "/*")
                .containsEntry("QUARKUS_HTTP_AUTH_PERMISSION_OTHERS_POLICY", "deny")
                .containsEntry("APICURIO_RULES_GLOBAL_COMPATIBILITY", "FULL_TRANSITIVE");
    }

    @Test
    void theImageRunsAsAUserOfItsOwnFromBasesOfOneVersion() throws IOException {
        // When
        List<String> lines = Files.readAllLines(Path.of("..", "Dockerfile"));

        // Then
        assertThat(lines.stream().filter(line -> line.startsWith("FROM ")))
                .hasSize(2)
                .allMatch(line -> line.matches("FROM [a-z-]+:[0-9]+\\.[0-9]+\\.[0-9][^ ]*( AS build)?"));
        assertThat(lines).contains("USER heed");
        assertThat(lines.indexOf("USER heed"))
                .isLessThan(lines.indexOf("ENTRYPOINT [\"heed\"]"))
                .isGreaterThan(lines.lastIndexOf(lines.stream()
                        .filter(line -> line.startsWith("FROM "))
                        .reduce((first, second) -> second)
                        .orElseThrow()));
    }

    @Test
    void everyVolumeIsDeclaredOrAFileOfTheProject() {
        // When // Then
        assertThat(services.stream().flatMap(service -> service.list("volumes").stream()))
                .isNotEmpty()
                .allSatisfy(volume -> {
                    String source = volume.split(":", -1)[0];
                    if (source.startsWith("./")) {
                        assertThat(Path.of("..", source)).isDirectory();
                        assertThat(volume).endsWith(":ro");
                    } else {
                        assertThat(file.volumes()).containsKey(source);
                    }
                });
    }

    @Test
    void heedIsGivenSettingsThatItKnowsAndServersThatAreThere() {
        // Given
        List<String> command = file.heed().list("command");

        // When
        Settings settings = SettingsReader.read(
                Optional.of(Path.of("..", "heed.yaml")), file.heed().environment(), options(command));

        // Then
        assertThat(command.get(0)).isEqualTo("up");
        assertThat(command).endsWith("--i-know-this-is-open");
        assertThat(settings.page().host()).isEqualTo("0.0.0.0");
        assertThat(settings.servers().bootstrap()).contains("kafka-1:19092,kafka-2:19092,kafka-3:19092");
        assertThat(settings.servers().registry().map(URI::getHost)).contains("registry");
        assertThat(settings.pipeline().replication()).isEqualTo(file.brokers().size());
        assertThat(file.heed().list("ports"))
                .containsExactly(
                        "127.0.0.1:8080:" + settings.page().port(),
                        "127.0.0.1:8081:" + settings.intake().listener().port());
    }

    @Test
    void prometheusScrapesHeedWhereItListens() throws IOException {
        // When
        String scrape = Files.readString(Path.of("..", "monitoring", "prometheus", "prometheus.yml"));

        // Then
        assertThat(scrape).contains("metrics_path: /metrics", "- heed:8080");
        assertThat(file.heed().environment())
                .containsEntry("HEED_PAGE_NAMES", "heed")
                .containsEntry("HEED_INTAKE_NAMES", "heed");
    }

    @Test
    void prometheusTellsTheAlertmanagerThatIsThereOfWhatItsRulesFind() throws IOException {
        // When
        String prometheus = Files.readString(Path.of("..", "monitoring", "prometheus", "prometheus.yml"));
        ComposeFile.Service alertmanager = file.services().get("alertmanager");

        // Then
        assertThat(prometheus).contains("alertmanagers:", "- alertmanager:9093", "- rules/*.yml");
        assertThat(alertmanager.list("ports")).containsExactly("127.0.0.1:9093:9093");
        assertThat(alertmanager.list("command")).contains("--config.file=/etc/alertmanager/alertmanager.yml");
        assertThat(Path.of("..", "monitoring", "alertmanager", "alertmanager.yml"))
                .exists();
        assertThat(Path.of("..", "monitoring", "prometheus", "rules")).isNotEmptyDirectory();
    }

    @Test
    void theImageHoldsNoSettingThatHeedDoesNotKnow() throws IOException {
        // Given
        Map<String, String> environment = new HashMap<>();
        Files.readAllLines(Path.of("..", "Dockerfile")).stream()
                .filter(line -> line.startsWith("ENV "))
                .flatMap(line -> List.of(line.substring(4).split(" ", -1)).stream())
                .forEach(pair -> environment.put(pair.split("=", -1)[0], pair.split("=", -1)[1]));

        // When
        Settings settings = SettingsReader.read(Optional.empty(), environment, Map.of());

        // Then
        assertThat(settings.page().host()).isEqualTo("127.0.0.1");
        assertThat(settings.intake().listener().host()).isEqualTo("127.0.0.1");
        assertThat(file.heed().list("volumes")).containsExactly("heed:" + settings.data());
    }

    private static Map<String, String> options(List<String> command) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < command.size(); i += 2) {
            options.put(command.get(i).substring(2), command.get(i + 1));
        }
        return options;
    }
}
