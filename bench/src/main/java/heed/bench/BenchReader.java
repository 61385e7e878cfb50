package heed.bench;

import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedRecords;
import heed.schemas.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what is committed of a topic, and counts. */
final class BenchReader implements AutoCloseable {

    private final CommittedRecords records;

    BenchReader(String bootstrap, Topic<?> topic) {
        Map<String, Object> connection = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                PipelineSettings.MAX_POLL_RECORDS);
        records = new CommittedRecords(CommittedConsumers.of(connection).get(), List.of(topic));
    }

    /** Hands over every record from the beginning to the end; returns how many. */
    long read(Consumer<ConsumerRecord<String, byte[]>> each) {
        records.seekToBeginning();
        AtomicLong count = new AtomicLong();
        records.readToEnd(record -> {
            each.accept(record);
            count.incrementAndGet();
        });
        return count.get();
    }

    @Override
    public void close() {
        records.close();
    }
}
