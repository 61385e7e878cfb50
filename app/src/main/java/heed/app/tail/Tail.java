package heed.app.tail;

import heed.schemas.Topic;
import heed.schemas.serde.TopicSerdes;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows a topic and prints its committed records, until told to stop. */
public final class Tail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(250);

    private final Consumer<byte[], byte[]> consumer;
    private final Topic<?> topic;
    private final TailLine line;
    private final PrintWriter out;

    /** Creates a tail of {@code topic} that prints to {@code out}; with a hospital, only what concerns that one. */
    public Tail(String bootstrap, Topic<?> topic, TopicSerdes serdes, Optional<String> hospital, PrintWriter out) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.topic = topic;
        this.line = new TailLine(topic, serdes, hospital);
        this.out = out;
    }

    /** Starts with the oldest record there is. */
    public Tail fromBeginning() {
        consumer.assign(partitions());
        consumer.seekToBeginning(consumer.assignment());
        return this;
    }

    /** Starts with the next record that is written. */
    public Tail fromNow() {
        consumer.assign(partitions());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        return this;
    }

    /** Prints records while {@code going} says so and the reader of the output is there. */
    public void follow(BooleanSupplier going) {
        while (going.getAsBoolean() && !out.checkError()) {
            consumer.poll(POLL).forEach(record -> line.of(record).ifPresent(out::println));
            out.flush();
        }
    }

    private List<TopicPartition> partitions() {
        var found = consumer.partitionsFor(topic.name());
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
