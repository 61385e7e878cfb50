package heed.bench.limit;

import heed.bench.entrant.EntrantSettings;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Reads its partitions and commits what it read with what it says, in one transaction a commit interval. */
final class LimitWorker {

    /** Commits at every fifth interval only while so many of a partition arrived so long ago, as the pipeline does. */
    private static final int CATCHING_UP = 5;

    private static final int MANY = 200;
    private static final long LONG_AGO_MS = 10_000;

    private final int number;
    private final EntrantSettings settings;
    private final Map<Integer, PartitionLimit> states = new HashMap<>();
    private volatile boolean stopped;

    LimitWorker(int number, EntrantSettings settings) {
        this.number = number;
        this.settings = settings;
    }

    void stop() {
        stopped = true;
    }

    /** Works until it is stopped, and commits what is left. */
    void run() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                KafkaProducer<byte[], byte[]> producer = producer()) {
            List<TopicPartition> mine = mine(consumer);
            consumer.assign(mine);
            mine.forEach(each -> states.put(each.partition(), new PartitionLimit(each.partition(), settings)));
            producer.initTransactions();
            long interval = settings.emitInterval().toNanos();
            long next = System.nanoTime() + interval;
            boolean pending = false;
            int old = 0;
            int intervals = 0;
            while (!stopped || pending) {
                long left = Math.max(0, next - System.nanoTime());
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofNanos(left));
                long longAgoMs = System.currentTimeMillis() - LONG_AGO_MS;
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    state(record.partition()).process(record);
                    old += record.timestamp() < longAgoMs ? 1 : 0;
                }
                pending |= !records.isEmpty();
                if (stopped || System.nanoTime() - next >= 0) {
                    next = System.nanoTime() + interval;
                    boolean caughtUp = old < MANY * mine.size() || ++intervals == CATCHING_UP;
                    if (pending && (stopped || caughtUp)) {
                        commit(consumer, producer);
                        pending = false;
                        intervals = 0;
                    }
                    old = 0;
                }
            }
        }
    }

    private PartitionLimit state(int partition) {
        PartitionLimit state = states.get(partition);
        if (state == null) {
            throw new IllegalStateException("a record of a partition that is not mine");
        }
        return state;
    }

    private void commit(KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
        producer.beginTransaction();
        for (PartitionLimit state : states.values()) {
            state.say(record -> {
                // A failed send fails the transaction's commit.
                Future<RecordMetadata> unused = producer.send(record);
            });
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        consumer.assignment().forEach(each -> offsets.put(each, new OffsetAndMetadata(consumer.position(each))));
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
    }

    private List<TopicPartition> mine(KafkaConsumer<byte[], byte[]> consumer) {
        int partitions = consumer.partitionsFor(Topics.FEEDBACK.name()).size();
        return IntStream.range(0, partitions)
                .filter(partition -> partition % settings.threads() == number)
                .mapToObj(partition -> new TopicPartition(Topics.FEEDBACK.name(), partition))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrap(),
                ConsumerConfig.GROUP_ID_CONFIG,
                settings.group(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                2_000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrap(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                settings.group() + "-" + number,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                120_000,
                ProducerConfig.LINGER_MS_CONFIG,
                50,
                ProducerConfig.BATCH_SIZE_CONFIG,
                131_072,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4");
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
