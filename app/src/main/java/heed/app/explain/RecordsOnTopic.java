package heed.app.explain;

import heed.schemas.Topic;
import heed.schemas.serde.TopicSerdes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads everything that a topic still has a committed record of, older ones of a key too; the newest record of each.
 *
 * @param <V> what the records are
 */
public final class RecordsOnTopic<V> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Topic<V> topic;
    private final Function<V, String> id;
    private final Consumer<byte[], byte[]> consumer;
    private final TopicSerdes serdes;

    /** Connects to the brokers; records with the same {@code id} tell of the same thing. */
    public RecordsOnTopic(Topic<V> topic, Function<V, String> id, String bootstrap, TopicSerdes serdes) {
        this.topic = topic;
        this.id = id;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.serdes = serdes;
    }

    /** Returns them in the order in which they are first found. A record that can't be read is none of ours. */
    public List<V> read() {
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, V> found = new LinkedHashMap<>();
        try (Deserializer<V> values = serdes.of(topic).deserializer()) {
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> {
                    if (record.value() != null) {
                        take(values, record.value(), found);
                    }
                });
            }
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

    private List<TopicPartition> partitions() {
        List<PartitionInfo> found = consumer.partitionsFor(topic.name());
        if (found == null || found.isEmpty()) {
            throw new TimeoutException("There is no topic " + topic.name() + ". `heed topics` creates it.");
        }
        return found.stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
