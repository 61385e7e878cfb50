package heed.app.server.topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the committed records of one topic, on all its partitions, in no group and leaving no trace. Not safe for several threads. */
public final class CommittedRecords implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** Connects to the brokers; {@code patience} is how long they may take to say what there is. */
    public CommittedRecords(String bootstrap, String topic, Duration patience) {
        this.topic = topic;
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
                        (int) patience.toMillis()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Goes to the oldest record there is. */
    public void seekToBeginning() {
        consumer.assign(partitions());
        consumer.seekToBeginning(consumer.assignment());
    }

    /** Goes to where the next record will be written. */
    public void seekToEnd() {
        consumer.assign(partitions());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }

    /** Hands over what comes next, as soon as there is some, or nothing after {@code wait}. */
    public void poll(Duration wait, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        consumer.poll(wait).forEach(each);
    }

    /** Hands over every record from the oldest one to what was the newest at the call. */
    public void readToEnd(Consumer<ConsumerRecord<byte[], byte[]>> each) {
        seekToBeginning();
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(POLL, each);
        }
    }

    private List<TopicPartition> partitions() {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        if (found == null || found.isEmpty()) {
            throw new TimeoutException("There is no topic " + topic + ". `heed topics` creates it.");
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
