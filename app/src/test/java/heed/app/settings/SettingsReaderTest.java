package heed.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heed.connectors.webhook.GivenSecrets;
import heed.schemas.Audience;
import heed.schemas.WatchTime;
import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.schemas.figures.FalseShare;
import heed.schemas.hospital.PlaceLimits;
import heed.schemas.hospital.UnknownHospitals;
import heed.schemas.listen.CertificateFiles;
import heed.schemas.registry.RegistryAccess;
import heed.topology.detect.WatchMethod;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    @TempDir
    Path directory;

    @Test
    void takesACertificateAndItsKeyTogetherAlone() {
        // When // Then
        assertThatThrownBy(() -> SettingsReader.read(
                        Optional.empty(),
                        Map.of(),
                        Map.of("page.tls.certificate", "heed.crt", "intake.tls.key", "heed.key")))
                .hasMessageContaining(
                        "page.tls.certificate = \"heed.crt\" (command option): must be given together with page.tls.key")
                .hasMessageContaining(
                        "intake.tls.key = \"heed.key\" (command option): must be given together with intake.tls.certificate");
        assertThat(SettingsReader.read(
                                Optional.empty(),
                                Map.of(),
                                Map.of("page.tls.certificate", "a.crt", "page.tls.key", "a.key"))
                        .page()
                        .certificate())
                .contains(new CertificateFiles(Path.of("a.crt"), Path.of("a.key")));
    }

    @Test
    void hasADefaultForEverything() {
        // When
        Settings settings = SettingsReader.read(Optional.empty(), Map.of(), Map.of());

        // Then
        assertThat(settings)
                .isEqualTo(new Settings(
                        Path.of("./data"),
                        new Settings.Servers(
                                Optional.empty(),
                                Optional.empty(),
                                SerdesKind.HEED,
                                KafkaAccess.NONE,
                                RegistryAccess.NONE),
                        Settings.Listener.direct("127.0.0.1", 8080),
                        new ShownAtOnce(200, 5_000),
                        new Settings.Intake(
                                Settings.Listener.direct("127.0.0.1", 8081),
                                Duration.ofSeconds(10),
                                50,
                                200,
                                64,
                                Optional.empty(),
                                GivenSecrets.none(),
                                Optional.empty()),
                        new Settings.Hospitals(Optional.empty(), ZoneId.of("Europe/London")),
                        Optional.empty(),
                        new PlaceLimits(UnknownHospitals.ACCEPT, 500, 300, 2_000, 20_000),
                        new Settings.Pipeline(
                                Duration.ofDays(45),
                                90,
                                Duration.ofMillis(500),
                                Window.DAY,
                                2,
                                4,
                                1,
                                ProcessingGuarantee.EXACTLY_ONCE_V2,
                                "heed",
                                Duration.ofSeconds(6),
                                0),
                        new Settings.Audiences(new Minimums(10, 21), Audience.INTERNAL),
                        new Settings.Access(
                                AccessKind.OPEN,
                                Duration.ofMinutes(30),
                                Duration.ofHours(12),
                                Optional.empty(),
                                Set.of()),
                        new Settings.Comments(
                                CommentUse.KEPT, 4_000, Duration.ofDays(30), Optional.empty(), ThemeUse.UNCOUNTED),
                        new Settings.Notes(200, 100),
                        new Settings.Watch(
                                730,
                                730,
                                Collections.emptySortedMap(),
                                6_083,
                                365,
                                3_650,
                                WatchTime.GIVEN,
                                WatchMethod.WATCH_2,
                                new FalseShare(.10)),
                        Optional.empty(),
                        new Settings.Log(LogLevel.INFO, LogFormat.TEXT)));
    }

    @Test
    void takesTheOptionBeforeTheVariableBeforeTheFileBeforeTheDefault() throws IOException {
        // Given
        Path file = file("page:\n  port: 1\n  host: a\nintake:\n  port: 2\npipeline:\n  lateness: PT36H\n");
        var environment =
                Map.of("HEED_PAGE_PORT", "3", "HEED_INTAKE_PORT", "4", "PATH", "/bin", "HEED_JAVA_OPTS", "-x");
        var options = Map.of("page.port", "5");

        // When
        Settings settings = SettingsReader.read(Optional.of(file), environment, options);

        // Then
        assertThat(settings.page()).isEqualTo(Settings.Listener.direct("a", 5));
        assertThat(settings.intake().listener()).isEqualTo(Settings.Listener.direct("127.0.0.1", 4));
        assertThat(settings.pipeline().lateness()).isEqualTo(Duration.ofHours(36));
    }

    @Test
    void reportsEverythingWrongAtOnceWithItsPlaceAndWhatIsAllowed() throws IOException {
        // Given
        Path file = file("wach:\n  false-alarm-days: 365\nwatch:\n  false-alarm-days: often\nserdes: json\n");
        var environment = Map.of("HEED_PAGE_PROT", "80", "HEED_ZONE", "London");
        var options = Map.of("bootstrap", "localhost:9092");

        // When
        var refusal = refusal(file, environment, options);

        // Then
        assertThat(refusal)
                .hasMessage(
                        """
                        6 problems with the settings:
                          wach.false-alarm-days = "365" (heed.yaml:2): no such setting; the nearest is watch.false-alarm-days
                          watch.false-alarm-days = "often" (heed.yaml:4): must be a whole number from 30 to 73000
                          serdes = "json" (heed.yaml:5): must be one of heed, confluent
                          HEED_PAGE_PROT = "80" (environment): no such setting; the nearest is HEED_PAGE_PORT
                          zone = "London" (variable HEED_ZONE): must be a time zone such as Europe/London
                          bootstrap = "localhost:9092" (command option): must be given together with registry: both or neither""");
    }

    @Test
    void refusesAFileThatIsNotYamlWithTheLine() throws IOException {
        // When
        var refusal = refusal(file("page:\n  port: [1\n"), Map.of(), Map.of());

        // Then
        assertThat(refusal.problems()).singleElement().asString().contains("heed.yaml:3: is not YAML");
    }

    @Test
    void refusesAListAKeySetTwiceAndAFileThatIsNotThere() throws IOException {
        // When
        var list = refusal(file("questionnaires: [a, b]\n"), Map.of(), Map.of());
        var twice = refusal(file("data: a\ndata: b\n"), Map.of(), Map.of());
        var missing = refusal(directory.resolve("none.yaml"), Map.of(), Map.of());

        // Then
        assertThat(list.problems())
                .extracting(SettingProblem::what)
                .containsExactly("questionnaires (heed.yaml:1): must be KEY: VALUE, not a list");
        assertThat(twice.problems())
                .extracting(SettingProblem::what)
                .containsExactly("data = \"b\" (heed.yaml:2): is set already at heed.yaml:1");
        assertThat(missing.problems()).singleElement().asString().contains("none.yaml: can't be read");
    }

    @Test
    void acceptsAnEmptyFile() throws IOException {
        // When
        Settings settings = SettingsReader.read(Optional.of(file("# nothing\n")), Map.of(), Map.of());

        // Then
        assertThat(settings.audiences().minimums()).isEqualTo(new Minimums(10, 21));
    }

    @Test
    void takesNumbersAndDurationsAtTheirLimitsAndRefusesThemPast() {
        // When
        Settings least =
                withOptions(Map.of("audiences.internal", "1", "pipeline.session-timeout", "6s", "page.port", "0"));
        Settings most = withOptions(Map.of("pipeline.session-timeout", "5m", "page.port", "65535"));
        var past = catchThrowableOfType(
                SettingsException.class,
                () -> withOptions(
                        Map.of("audiences.internal", "0", "pipeline.session-timeout", "5999ms", "page.port", "65536")));

        // Then
        assertThat(least.pipeline().sessionTimeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(most.page().port()).isEqualTo(65_535);
        assertThat(past.problems())
                .extracting(SettingProblem::what)
                .containsExactlyInAnyOrder(
                        "audiences.internal = \"0\" (command option): must be a whole number from 1 to 1000",
                        "page.port = \"65536\" (command option): must be a port from 0 to 65535 (0 takes a free one)",
                        "pipeline.session-timeout = \"5999ms\" (command option): must be a duration from 6s to 5m,"
                                + " such as 45d, 12h, 30m, 6s, 500ms or PT6S");
    }

    @Test
    void takesHostNamesWithoutPortsAndRefusesWhatIsNone() {
        // When
        Settings settings = withOptions(Map.of("page.names", "heed, Heed.Ward.example.", "intake.names", "in"));
        var refused = catchThrowableOfType(
                SettingsException.class,
                () -> withOptions(Map.of("page.names", "heed:8080", "intake.names", "heed,,https://heed")));

        // Then
        assertThat(settings.page().names()).containsExactly("heed", "Heed.Ward.example.");
        assertThat(settings.intake().listener().names()).containsExactly("in");
        assertThat(settings.withPagePort(1).page().names()).hasSize(2);
        assertThat(refused.problems())
                .extracting(SettingProblem::what)
                .containsExactlyInAnyOrder(
                        "page.names = \"heed:8080\" (command option): must be host names without a port, several"
                                + " separated by commas, or empty",
                        "intake.names = \"heed,,https://heed\" (command option): must be host names without a port,"
                                + " several separated by commas, or empty");
    }

    @Test
    void refusesToShowThePublicWhatStaffMayNotSee() {
        // When
        var published = catchThrowableOfType(
                SettingsException.class,
                () -> withOptions(Map.of("audiences.internal", "5", "audiences.published", "4")));
        var internal =
                catchThrowableOfType(SettingsException.class, () -> withOptions(Map.of("audiences.internal", "22")));

        // Then
        assertThat(published.problems())
                .extracting(SettingProblem::what)
                .containsExactly(
                        "audiences.published = \"4\" (command option): must be at least audiences.internal (5)");
        assertThat(internal.problems())
                .extracting(SettingProblem::what)
                .containsExactly("audiences.internal = \"22\" (command option): must be at most"
                        + " audiences.published (21): raise that with it");
        assertThat(withOptions(Map.of("audiences.internal", "21")).audiences().minimums())
                .isEqualTo(new Minimums(21, 21));
    }

    @Test
    void refusesHalfAServerAddressAndAnAddressThatIsNotHttp() {
        // When
        var refusal = catchThrowableOfType(
                SettingsException.class, () -> withOptions(Map.of("bootstrap", "kafka", "registry", "kafka:8081")));
        Settings both = withOptions(Map.of("bootstrap", "k1:9092, k2:9092", "registry", "http://registry:8081/x"));

        // Then
        assertThat(refusal.problems())
                .extracting(SettingProblem::what)
                .containsExactlyInAnyOrder(
                        "bootstrap = \"kafka\" (command option): must be HOST:PORT, several separated by commas, or empty",
                        "registry = \"kafka:8081\" (command option): must be an http:// or https:// address, or empty");
        assertThat(both.servers())
                .isEqualTo(new Settings.Servers(
                        Optional.of("k1:9092,k2:9092"),
                        Optional.of(URI.create("http://registry:8081/x")),
                        SerdesKind.HEED,
                        KafkaAccess.NONE,
                        RegistryAccess.NONE));
    }

    private static Settings withOptions(Map<String, String> options) {
        return SettingsReader.read(Optional.empty(), Map.of(), options);
    }

    private static SettingsException refusal(Path file, Map<String, String> environment, Map<String, String> options) {
        return catchThrowableOfType(
                SettingsException.class, () -> SettingsReader.read(Optional.of(file), environment, options));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("heed.yaml"), text);
    }
}
