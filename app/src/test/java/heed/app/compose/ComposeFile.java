package heed.app.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A compose file as an engine reads it, with its anchors merged. */
public final class ComposeFile {

    static final Path FILE = Path.of("..", "docker-compose.yml");
    static final Path PRODUCTION = Path.of("..", "docker-compose.production.yml");

    /** Variables that the image takes for itself. */
    private static final Set<String> OF_THE_IMAGE = Set.of("KAFKA_HEAP_OPTS");

    /** Keys of a service whose lists a file on top puts in place of those below; other lists follow each other. */
    private static final Set<String> REPLACED = Set.of("command", "entrypoint", "test");

    private final Map<String, Object> document;

    private ComposeFile(Map<String, Object> document) {
        this.document = document;
    }

    static ComposeFile read() throws IOException {
        return new ComposeFile(parsed(FILE));
    }

    /** Reads the file with that for production on top, as an engine merges them. */
    public static ComposeFile readProduction() throws IOException {
        return new ComposeFile(merged(parsed(FILE), parsed(PRODUCTION)));
    }

    public static Map<String, Object> parsed(Path file) throws IOException {
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        return mapping(new Load(settings).loadFromString(Files.readString(file)));
    }

    private static Map<String, Object> merged(Map<String, Object> below, Map<String, Object> top) {
        Map<String, Object> merged = new LinkedHashMap<>(below);
        top.forEach((key, value) -> {
            Object under = merged.get(key);
            if (under instanceof Map<?, ?> && value instanceof Map<?, ?>) {
                merged.put(key, merged(mapping(under), mapping(value)));
            } else if (under instanceof List<?> first && value instanceof List<?> then && !REPLACED.contains(key)) {
                merged.put(key, Stream.concat(first.stream(), then.stream()).toList());
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }

    public Map<String, Service> services() {
        Map<String, Service> services = new LinkedHashMap<>();
        mapping(document.get("services"))
                .forEach((name, service) -> services.put(name, new Service(name, mapping(service))));
        return services;
    }

    public List<Service> brokers() {
        return services().values().stream()
                .filter(service -> service.name().matches("kafka-[0-9]"))
                .toList();
    }

    public Service heed() {
        return services().get("heed");
    }

    Map<String, Object> volumes() {
        return mapping(document.get("volumes"));
    }

    /** A service; what it does not have is empty. */
    public record Service(String name, Map<String, Object> keys) {

        String image() {
            return String.valueOf(keys.get("image"));
        }

        Map<String, Object> healthcheck() {
            return mapping(keys.get("healthcheck"));
        }

        Map<String, Object> dependsOn() {
            return mapping(keys.get("depends_on"));
        }

        public Map<String, String> environment() {
            Map<String, String> texts = new LinkedHashMap<>();
            mapping(keys.get("environment")).forEach((key, value) -> texts.put(key, String.valueOf(value)));
            return texts;
        }

        /**
         * Returns a broker's settings as its image reads them: KAFKA_LOG_DIRS is log.dirs, and three lines a hyphen.
         */
        public Map<String, String> kafka() {
            Map<String, String> properties = new TreeMap<>();
            environment().forEach((variable, value) -> {
                if (variable.startsWith("KAFKA_") && !OF_THE_IMAGE.contains(variable)) {
                    properties.put(
                            variable.substring("KAFKA_".length())
                                    .toLowerCase(Locale.ROOT)
                                    .replace("___", "-")
                                    .replace('_', '.'),
                            value);
                }
            });
            return properties;
        }

        List<String> list(String key) {
            return keys.get(key) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }
    }

    static Map<String, Object> mapping(Object node) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> mapping.put(String.valueOf(key), value));
        }
        return mapping;
    }
}
