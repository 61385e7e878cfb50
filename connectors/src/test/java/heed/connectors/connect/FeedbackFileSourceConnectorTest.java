package heed.connectors.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackFileSourceConnectorTest {

    private static final String AS_IT_IS = "org.apache.kafka.connect.converters.ByteArrayConverter";
    private static final Path DOCUMENT = Path.of("..", "docs", "connect.md");
    private static final String CONTENT = "ab".repeat(32);

    @TempDir
    private Path directory;

    private final FeedbackFileSourceConnector connector = new FeedbackFileSourceConnector();
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void settings() {
        settings.putAll(Map.of(
                "directory",
                directory.toString(),
                "mapping",
                "limesurvey",
                "registry",
                "http://127.0.0.1:8081",
                "key.converter",
                AS_IT_IS,
                "value.converter",
                AS_IT_IS,
                "errors.tolerance",
                "none"));
    }

    private List<String> problems() {
        return connector.validate(settings).configValues().stream()
                .flatMap(value -> value.errorMessages().stream().map(error -> value.name() + ": " + error))
                .toList();
    }

    @Test
    void theDocumentListsEverySettingAsItIsDeclared() throws Exception {
        // Given
        List<String> declared = connector.config().configKeys().values().stream()
                .sorted((a, b) -> Integer.compare(order(a), order(b)))
                .map(FeedbackFileSourceConnectorTest::row)
                .toList();

        // When
        List<String> listed = Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.startsWith("| setting |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        // Then
        assertThat(listed).as(String.join("\n", declared)).containsExactlyElementsOf(declared);
    }

    private static int order(ConfigDef.ConfigKey key) {
        return List.copyOf(FeedbackFileSettings.DEFINITION.names()).indexOf(key.name);
    }

    private static String row(ConfigDef.ConfigKey key) {
        Object value = key.defaultValue;
        String otherwise = !key.hasDefault()
                ? "(must be set)"
                : key.type == ConfigDef.Type.PASSWORD || String.valueOf(value).isEmpty()
                        ? "(empty)"
                        : "`" + value + "`";
        return "| `" + key.name + "` | " + otherwise + " | " + (key.validator == null ? "text" : key.validator) + " | "
                + key.documentation + " |";
    }

    @Test
    void takesWhatIsRight() {
        // When // Then
        assertThat(problems()).isEmpty();
    }

    @Test
    void saysOfEachSettingWhatIsWrongWithItAllAtOnce() {
        // Given
        settings.putAll(Map.of(
                "directory", directory.resolve("none").toString(),
                "registry", "127.0.0.1:8081",
                "files", "*.{csv",
                "still.ms", "-1",
                "batch.rows", "0",
                "zone", "London",
                "pipeline.lateness", "45",
                "unreadable", "ignore"));
        settings.remove("mapping");
        settings.remove("value.converter");

        // When
        List<String> problems = problems();

        // Then
        assertThat(problems)
                .contains(
                        "directory: Invalid value " + directory.resolve("none")
                                + " for configuration directory: must be a directory that this worker can read",
                        "registry: Invalid value 127.0.0.1:8081 for configuration registry: must be an address such as"
                                + " http://127.0.0.1:8081",
                        "still.ms: Invalid value -1 for configuration still.ms: must be 0 to 86400000",
                        "unreadable: Invalid value ignore for configuration unreadable: must be stop or pass-over")
                .anyMatch(problem -> problem.startsWith("mapping: Missing required configuration"))
                .anyMatch(problem -> problem.startsWith("value.converter: value.converter must be " + AS_IT_IS));
        assertThat(problems.stream().map(problem -> problem.split(":", 2)[0]).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "directory",
                        "registry",
                        "files",
                        "still.ms",
                        "batch.rows",
                        "zone",
                        "pipeline.lateness",
                        "unreadable",
                        "mapping",
                        "value.converter");
    }

    @Test
    void saysWhatIsWrongWithAMappingBeforeAnythingIsStarted() throws Exception {
        // Given
        Path mapping = Files.writeString(
                directory.resolve("m.yaml"),
                "questionnaire: fft-2021\nsource: x\ngiven_at: {column: When}\nanswer: {}\n");
        settings.put("mapping", mapping.toString());

        // When
        List<String> problems = problems();

        // Then
        assertThat(problems)
                .hasSizeGreaterThan(1)
                .allMatch(problem -> problem.startsWith("mapping: "))
                .anyMatch(problem -> problem.contains("there is no questionnaire 'fft-2021'"));
    }

    @Test
    void refusesToMoveFilesToWhereTheyAre() {
        // Given
        settings.put("finished.directory", directory.resolve(".").toString());

        // When // Then
        assertThat(problems())
                .containsExactly(
                        "finished.directory: finished.directory must be another directory than directory; one below it"
                                + " will do");
    }

    @Test
    void refusesToPassOverWhatCantBeWritten() {
        // Given
        settings.put("errors.tolerance", "all");

        // When // Then
        assertThat(problems())
                .containsExactly(
                        "errors.tolerance: errors.tolerance must be none: otherwise Connect passes over what it"
                                + " can't write, and goes on as if it were in Heed");
    }

    @Test
    void aNameForTheRegistryGoesWithAPasswordWhichNoMessageShows() {
        // Given
        settings.put("registry-access.password", "s3cret");

        // When
        List<ConfigValue> values = connector.validate(settings).configValues();

        // Then
        assertThat(problems())
                .containsExactly("registry-access.password: registry-access.password is given without"
                        + " registry-access.user");
        assertThat(values.toString()).doesNotContain("s3cret");
    }

    @Test
    void oneTaskReadsAllFilesExactlyOnceHoweverManyAreAllowed() {
        // When
        connector.start(settings);

        // Then
        assertThat(connector.taskConfigs(8)).containsExactly(settings);
        assertThat(connector.exactlyOnceSupport(settings)).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }

    @Test
    void aWorkerFindsItAmongItsServices() {
        // When // Then
        assertThat(ServiceLoader.load(SourceConnector.class))
                .anyMatch(found -> found instanceof FeedbackFileSourceConnector);
    }

    /** Maps that are made by {@link Map#of} have another order in each process, so no other one of them would do. */
    @Test
    void aPartitionIsWrittenInTheSameOrderByEveryProcess() {
        // When
        Map<String, String> partition = new SourceFile("a.csv", CONTENT).partition();

        // Then
        assertThat(partition).isInstanceOf(LinkedHashMap.class);
        assertThat(partition.toString()).isEqualTo("{file=a.csv, content=" + CONTENT + "}");
    }

    @Test
    void placesWrittenByHandAreTakenWhereTheTaskUnderstandsThem() {
        // Given
        Map<String, ?> file = Map.of("file", "a.csv", "content", CONTENT);
        Map<String, ?> place = Map.of("line", 12, "end", false);
        List<Map<Map<String, ?>, Map<String, ?>>> wrong = Arrays.asList(
                Map.of(Map.of("file", "a.csv"), place),
                Map.of(Map.of("file", "a.csv", "content", "XY"), place),
                Map.of(file, Map.of("line", -1, "end", false)),
                Map.of(file, Map.of("line", "12", "end", false)),
                Map.of(file, Map.of("line", 12)));
        Map<Map<String, ?>, Map<String, ?>> forget = new HashMap<>();
        forget.put(file, null);

        // When // Then
        assertThat(connector.alterOffsets(settings, Map.of(file, place))).isTrue();
        assertThat(connector.alterOffsets(settings, forget)).isTrue();
        assertThat(wrong).allSatisfy(each -> assertThatThrownBy(() -> connector.alterOffsets(settings, each))
                .isInstanceOf(ConnectException.class)
                .hasMessageMatching("(a partition|an offset) is \\{.*"));
    }
}
