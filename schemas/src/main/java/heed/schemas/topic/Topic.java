package heed.schemas.topic;

import java.util.Map;
import java.util.Objects;

/**
 * Declares one topic: its name, the type of its values and the configuration that it is created with. Keys are UTF-8
 * strings everywhere.
 *
 * @param <V> an Avro record of this package, or {@code byte[]} where values are kept as they were received
 */
public record Topic<V>(String name, Class<V> value, Map<String, String> config) {

    public Topic {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        config = Map.copyOf(config);
    }

    /** Returns the registry subject of the topic's values, as Confluent's TopicNameStrategy forms it. */
    public String subject() {
        return name + "-value";
    }

    @Override
    public String toString() {
        return name;
    }
}
