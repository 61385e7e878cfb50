package heed.monitoring.meters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The dashboards of Grafana, as the files have them. */
final class Dashboards {

    private static final Path DIRECTORY = Path.of("grafana", "dashboards");

    private Dashboards() {}

    static List<JsonNode> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().map(Dashboards::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> panels() {
        return all().stream()
                .flatMap(dashboard -> children(dashboard, "panels"))
                .toList();
    }

    static Stream<JsonNode> children(JsonNode parent, String name) {
        return parent.path(name).valueStream();
    }

    /** Returns what a panel, or all panels of a dashboard, ask for. */
    static Stream<Query> queries(JsonNode parent) {
        return Stream.concat(Stream.of(parent), children(parent, "panels"))
                .flatMap(panel -> children(panel, "targets"))
                .map(target -> new Query(target.path("expr").asText()));
    }
}
