package heed.app.explain;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.Topics;
import heed.schemas.serde.TopicSerdes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads every drop that the topic still has a committed record of, older ones of a key too; the newest record of each. */
public final class DropRecordsOnTopic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicSerdes serdes;

    /** Connects to the brokers. */
    public DropRecordsOnTopic(String bootstrap, TopicSerdes serdes) {
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

    /** Returns the drops in the order in which they are first found. A record that can't be read is none of ours. */
    public List<Drop> read() {
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, Drop> drops = new LinkedHashMap<>();
        try (Deserializer<Drop> values = serdes.of(Topics.DROPS).deserializer()) {
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> {
                    if (record.value() != null) {
                        take(values, record.value(), drops);
                    }
                });
            }
        }
        return List.copyOf(drops.values());
    }

    private static void take(Deserializer<Drop> values, byte[] value, Map<String, Drop> drops) {
        Drop drop;
        try {
            drop = values.deserialize(Topics.DROPS.name(), value);
        } catch (SerializationException e) {
            return;
        }
        if (drop.getPhase() != DropPhase.LEARNED) {
            drops.put(drop.getDropId(), drop);
        }
    }

    private List<TopicPartition> partitions() {
        List<PartitionInfo> found = consumer.partitionsFor(Topics.DROPS.name());
        if (found == null || found.isEmpty()) {
            throw new TimeoutException("There is no topic " + Topics.DROPS.name() + ". `heed topics` creates it.");
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
