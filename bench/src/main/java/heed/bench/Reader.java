package heed.bench;

import heed.schemas.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is committed of a topic, with the settings that the pipeline's own consumer has. */
final class Reader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    Reader(String bootstrap, Topic<?> topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        PipelineSettings.MAX_POLL_RECORDS,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = IntStream.range(0, BenchTopics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        consumer.assign(partitions);
    }

    /** Returns where each partition begins. */
    Map<TopicPartition, Long> begin() {
        return new HashMap<>(consumer.beginningOffsets(partitions));
    }

    /** Returns where each partition ends now. */
    Map<TopicPartition, Long> ends() {
        return new HashMap<>(consumer.endOffsets(partitions));
    }

    /** Hands over every record from {@code begin} to the end. */
    long read(Map<TopicPartition, Long> begin, Consumer<ConsumerRecord<byte[], byte[]>> action) {
        begin.forEach(consumer::seek);
        Map<TopicPartition, Long> ends = ends();
        long count = 0;
        while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                action.accept(record);
                count++;
            }
        }
        return count;
    }

    /** Waits for the first record after {@code begin}. */
    void awaitRecord(Map<TopicPartition, Long> begin) {
        begin.forEach(consumer::seek);
        while (consumer.poll(PATIENCE).isEmpty()) {
            // Polls again: an empty answer only means that nothing is committed yet.
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
