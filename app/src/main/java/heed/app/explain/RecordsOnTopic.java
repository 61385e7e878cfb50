package heed.app.explain;

import heed.app.server.topics.CommittedRecords;
import heed.schemas.Topic;
import heed.schemas.serde.TopicSerdes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads everything that a topic still has a committed record of, older ones of a key too; the newest record of each.
 *
 * @param <V> what the records are
 */
public final class RecordsOnTopic<V> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Topic<V> topic;
    private final Function<V, String> id;
    private final CommittedRecords records;
    private final TopicSerdes serdes;

    /** Connects to the brokers; records with the same {@code id} tell of the same thing. */
    public RecordsOnTopic(Topic<V> topic, Function<V, String> id, String bootstrap, TopicSerdes serdes) {
        this.topic = topic;
        this.id = id;
        this.records = new CommittedRecords(bootstrap, topic.name(), PATIENCE);
        this.serdes = serdes;
    }

    /** Returns them in the order in which they are first found. A record that can't be read is none of ours. */
    public List<V> read() {
        Map<String, V> found = new LinkedHashMap<>();
        try (Deserializer<V> values = serdes.of(topic).deserializer()) {
            records.readToEnd(record -> {
                if (record.value() != null) {
                    take(values, record.value(), found);
                }
            });
        }
        return List.copyOf(found.values());
    }

    private void take(Deserializer<V> values, byte[] bytes, Map<String, V> found) {
        V value;
        try {
            value = values.deserialize(topic.name(), bytes);
        } catch (SerializationException e) {
            return;
        }
        found.put(id.apply(value), value);
    }

    @Override
    public void close() {
        records.close();
    }
}
