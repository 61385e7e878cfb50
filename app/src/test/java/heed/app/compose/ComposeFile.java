package heed.app.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The compose file as an engine reads it, with its anchors merged. */
final class ComposeFile {

    static final Path FILE = Path.of("..", "docker-compose.yml");

    private final Map<String, Object> document;

    private ComposeFile(Map<String, Object> document) {
        this.document = document;
    }

    static ComposeFile read() throws IOException {
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        return new ComposeFile(mapping(new Load(settings).loadFromString(Files.readString(FILE))));
    }

    Map<String, Service> services() {
        Map<String, Service> services = new LinkedHashMap<>();
        mapping(document.get("services"))
                .forEach((name, service) -> services.put(name, new Service(name, mapping(service))));
        return services;
    }

    List<Service> brokers() {
        return services().values().stream()
                .filter(service -> service.name().startsWith("kafka-"))
                .toList();
    }

    Service heed() {
        return services().get("heed");
    }

    Map<String, Object> volumes() {
        return mapping(document.get("volumes"));
    }

    /** A service; what it does not have is empty. */
    record Service(String name, Map<String, Object> keys) {

        String image() {
            return String.valueOf(keys.get("image"));
        }

        Map<String, Object> healthcheck() {
            return mapping(keys.get("healthcheck"));
        }

        Map<String, Object> dependsOn() {
            return mapping(keys.get("depends_on"));
        }

        Map<String, String> environment() {
            Map<String, String> texts = new LinkedHashMap<>();
            mapping(keys.get("environment")).forEach((key, value) -> texts.put(key, String.valueOf(value)));
            return texts;
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
