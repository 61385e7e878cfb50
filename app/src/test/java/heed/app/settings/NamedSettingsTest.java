package heed.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds what the program says of settings to the settings that there are: whoever reads a message looks for the key.
 */
class NamedSettingsTest {

    private static final List<String> MODULES =
            List.of("schemas", "topology", "connectors", "monitoring", "app", "bench");
    private static final Set<String> KEYS =
            DeclaredSettings.all().stream().map(Setting::key).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SECTIONS = KEYS.stream()
            .filter(key -> key.contains("."))
            .map(key -> key.substring(0, key.indexOf('.')))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern KEY_LIKE =
            Pattern.compile("(?<![\\w./-])([a-z]+)\\.([a-z]+(?:-[a-z]+)*)(?![\\w.]*\\w|-)");

    /** Kafka's own settings have names of the same form. */
    private static final Path BROKER = Path.of("heed", "app", "server", "embedded");

    /** A meter of Kafka's. */
    private static final String METER = "kafka.version";

    @Test
    void noTextNamesASettingThatDoesNotExist() throws IOException {
        // When
        List<String> unknown = MODULES.stream()
                .map(module -> Path.of("..", module, "src", "main", "java"))
                .flatMap(NamedSettingsTest::sources)
                .filter(source -> !source.getParent().endsWith(BROKER))
                .flatMap(NamedSettingsTest::unknownIn)
                .toList();

        // Then
        assertThat(unknown).isEmpty();
    }

    @Test
    void knowsASettingByItsSectionOrItsForm() {
        // When // Then
        assertThat(keyLike("intake.ack-timeout must be 1 to 5")).containsExactly("intake.ack-timeout");
        assertThat(keyLike("writer.max-in-flight is none")).containsExactly("writer.max-in-flight");
        assertThat(keyLike("see page.port, or page.prot.")).containsExactly("page.port", "page.prot");
        assertThat(keyLike("fft-2020.positive, heed.feedback.v1 and docs/watch.md or max.block.ms"))
                .isEmpty();
    }

    private static Stream<Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<String> unknownIn(Path source) {
        try {
            return TEXT.matcher(Files.readString(source))
                    .results()
                    .flatMap(text -> keyLike(text.group(1)).stream())
                    .filter(key -> !KEYS.contains(key) && !key.equals(METER))
                    .map(key -> source.getFileName() + ": " + key);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> keyLike(String text) {
        return KEY_LIKE.matcher(text)
                .results()
                .filter(found ->
                        SECTIONS.contains(found.group(1)) || found.group(2).contains("-"))
                .map(MatchResult::group)
                .toList();
    }
}
