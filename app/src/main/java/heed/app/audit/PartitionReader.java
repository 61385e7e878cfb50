package heed.app.audit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a stretch of a partition; may be used by several threads. */
final class PartitionReader {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(1);

    private final Map<String, Object> settings;

    PartitionReader(Map<String, ?> client, IsolationLevel isolation) {
        Map<String, Object> reading = new HashMap<>(client);
        reading.putAll(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                isolation.name().toLowerCase(Locale.ROOT),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000));
        settings = Map.copyOf(reading);
    }

    /**
     * Hands over the records from offset {@code from} to before {@code to}; waits for transactions that are open there.
     *
     * @param advanced hears, now and then, how many offsets further it has come
     */
    void read(
            TopicPartition partition,
            long from,
            long to,
            Consumer<ConsumerRecord<byte[], byte[]>> each,
            LongConsumer advanced) {
        if (from >= to) {
            return;
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            long reached = from;
            long movedAt = System.nanoTime();
            while (reached < to) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < to) {
                        each.accept(record);
                    }
                }
                long position = Math.min(to, consumer.position(partition));
                if (position > reached) {
                    advanced.accept(position - reached);
                    reached = position;
                    movedAt = System.nanoTime();
                } else if (System.nanoTime() - movedAt > LONGEST_STANDSTILL.toNanos()) {
                    throw new IllegalStateException(partition + " can't be read from offset " + reached + " to " + to
                            + ": nothing came for " + LONGEST_STANDSTILL.toSeconds()
                            + " s. Perhaps a transaction is open there; try again later.");
                }
            }
        }
    }
}
