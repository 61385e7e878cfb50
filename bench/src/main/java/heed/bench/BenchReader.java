package heed.bench;

import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedRecords;
import heed.schemas.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads what is committed of a topic, with the settings that the pipeline's own consumer has, and counts. */
final class BenchReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final CommittedRecords records;

    BenchReader(String bootstrap, Topic<?> topic) {
        Map<String, Object> connection = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                PipelineSettings.MAX_POLL_RECORDS);
        records = new CommittedRecords(CommittedConsumers.of(connection).get(), List.of(topic));
    }

    /** Returns where each partition ends now. */
    Map<TopicPartition, Long> ends() {
        return records.ends();
    }

    /** Hands over every record from the beginning to the end; returns how many. */
    long read(Consumer<ConsumerRecord<String, byte[]>> each) {
        records.seekToBeginning();
        return readToEnd(each);
    }

    /** Hands over every record from {@code begin} to the end; returns how many. */
    long read(Map<TopicPartition, Long> begin, Consumer<ConsumerRecord<String, byte[]>> each) {
        records.seek(begin);
        return readToEnd(each);
    }

    private long readToEnd(Consumer<ConsumerRecord<String, byte[]>> each) {
        AtomicLong count = new AtomicLong();
        records.readToEnd(record -> {
            each.accept(record);
            count.incrementAndGet();
        });
        return count.get();
    }

    /** Waits for the first record after {@code begin}. */
    void awaitRecord(Map<TopicPartition, Long> begin) {
        records.seek(begin);
        AtomicLong count = new AtomicLong();
        while (count.get() == 0) {
            records.poll(POLL, record -> count.incrementAndGet());
        }
    }

    @Override
    public void close() {
        records.close();
    }
}
