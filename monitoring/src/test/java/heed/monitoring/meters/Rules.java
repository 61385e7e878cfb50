package heed.monitoring.meters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The rules of Prometheus and their tests, as the files have them. */
final class Rules {

    static final Path DIRECTORY = Path.of("prometheus");

    private Rules() {}

    static List<Rule> recorded() {
        return all().filter(rule -> !rule.record().isEmpty()).toList();
    }

    static List<Rule> alerts() {
        return all().filter(rule -> !rule.alert().isEmpty()).toList();
    }

    /** Returns the names of all tests of rules. */
    static List<String> tests() {
        return files("tests").stream()
                .flatMap(file -> list(read(file), "tests"))
                .map(test -> text(test, "name"))
                .toList();
    }

    static List<Path> files(String directory) {
        try (Stream<Path> files = Files.list(DIRECTORY.resolve(directory))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Rule> all() {
        return files("rules").stream()
                .flatMap(file -> list(read(file), "groups"))
                .flatMap(group -> list(group, "rules"))
                .map(Rule::new);
    }

    private static Object read(Path file) {
        try {
            return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<?> list(Object node, String key) {
        return node instanceof Map<?, ?> map && map.get(key) instanceof List<?> list ? list.stream() : Stream.of();
    }

    private static String text(Object node, String key) {
        return node instanceof Map<?, ?> map && map.get(key) != null ? String.valueOf(map.get(key)) : "";
    }

    /** A rule; what it does not have is empty. */
    record Rule(Object node) {

        String record() {
            return text(node, "record");
        }

        String alert() {
            return text(node, "alert");
        }

        Query query() {
            return new Query(text(node, "expr"));
        }

        String patience() {
            return text(node, "for");
        }

        String label(String name) {
            return text(((Map<?, ?>) node).get("labels"), name);
        }

        String annotation(String name) {
            return text(((Map<?, ?>) node).get("annotations"), name);
        }
    }
}
