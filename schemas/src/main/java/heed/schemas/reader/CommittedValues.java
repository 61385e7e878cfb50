package heed.schemas.reader;

import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads what one topic holds: every value from the oldest record to what is the newest at the call.
 *
 * <p>A record that cannot be read is none of ours and passed over. A registry that is away is an error.
 *
 * @param <V> what the values are
 */
public final class CommittedValues<V> {

    private final Topic<V> topic;
    private final TopicSerdes serdes;
    private final Supplier<? extends Consumer<String, byte[]>> consumers;

    /** Takes a maker of consumers, see {@link CommittedConsumers}: each reading makes one. */
    public CommittedValues(Topic<V> topic, TopicSerdes serdes, Supplier<? extends Consumer<String, byte[]>> consumers) {
        this.topic = topic;
        this.serdes = serdes;
        this.consumers = consumers;
    }

    /** Returns the newest value of each key, by key; a tombstone takes its key out. */
    public Map<String, V> newest() {
        return newest(key -> true);
    }

    /** Returns the newest value of each key that is wanted, by key; no other value is kept or even read. */
    public Map<String, V> newest(Predicate<String> wanted) {
        Map<String, V> newest = new LinkedHashMap<>();
        forEach(wanted, (key, value) -> {
            if (value == null) {
                newest.remove(key);
            } else {
                newest.put(key, value);
            }
        });
        return newest;
    }

    /**
     * Returns the newest value of each {@code id}, also where another of its key followed, in the order in which ids
     * are first found. A tombstone takes nothing out.
     */
    public List<V> newestBy(Function<V, String> id) {
        Map<String, V> newest = new LinkedHashMap<>();
        forEach(key -> true, (key, value) -> {
            if (value != null) {
                newest.put(id.apply(value), value);
            }
        });
        return List.copyOf(newest.values());
    }

    /** Returns how many records there are. */
    public long count() {
        long[] count = {0};
        read(record -> count[0]++);
        return count[0];
    }

    /** Hands over every value of a key that is wanted, in the order of each partition; a tombstone is a null. */
    public void forEach(Predicate<String> wanted, BiConsumer<String, V> each) {
        try (Deserializer<V> values = serdes.of(topic).deserializer()) {
            read(record -> {
                if (!wanted.test(record.key())) {
                    return;
                }
                V value;
                try {
                    value = values.deserialize(record.topic(), record.headers(), record.value());
                } catch (SerializationException e) {
                    return;
                }
                each.accept(record.key(), value);
            });
        }
    }

    private void read(java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        try (CommittedRecords records = new CommittedRecords(consumers.get(), List.of(topic))) {
            records.seekToBeginning();
            records.readToEnd(each);
        }
    }
}
