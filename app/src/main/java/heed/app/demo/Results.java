package heed.app.demo;

import heed.app.server.Servers;
import heed.app.settings.SerdesKind;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.Score;
import heed.schemas.Topic;
import heed.schemas.Topics;
import heed.schemas.registry.CachingSchemaRegistry;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.serde.ConfluentSerdes;
import heed.schemas.serde.TopicSerdes;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what the pipeline has concluded: the newest committed version of every score and drop. */
final class Results implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;
    private final TopicSerdes serdes;

    Results(Servers servers, SerdesKind kind, Clock clock) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers.bootstrap(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        serdes = kind == SerdesKind.HEED
                ? new AvroSerdes(new CachingSchemaRegistry(HttpSchemaRegistry.at(servers.registryUrl()), clock))
                : new ConfluentSerdes(servers.registryUrl().toString(), Map.of());
    }

    /** Everything that was concluded. */
    record Read(List<Score> scores, List<Drop> drops, long rejected) {}

    Read read() {
        return new Read(newest(Topics.SCORES), fallen(newest(Topics.DROPS)), count(Topics.REJECTED));
    }

    /** Leaves out the records that say that a key is watched from now on. */
    private static List<Drop> fallen(List<Drop> drops) {
        return drops.stream()
                .filter(drop -> drop.getPhase() != DropPhase.LEARNED)
                .toList();
    }

    private <T> List<T> newest(Topic<T> topic) {
        Map<String, T> newest = new LinkedHashMap<>();
        try (Deserializer<T> values = serdes.of(topic).deserializer()) {
            forEach(topic, (key, value) -> newest.put(key, values.deserialize(topic.name(), value)));
        }
        newest.values().removeIf(value -> value == null);
        return List.copyOf(newest.values());
    }

    private long count(Topic<?> topic) {
        long[] count = {0};
        forEach(topic, (key, value) -> count[0]++);
        return count[0];
    }

    private void forEach(Topic<?> topic, BiConsumer<String, byte[]> each) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> each.accept(record.key(), record.value()));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
