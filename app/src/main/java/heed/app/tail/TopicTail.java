package heed.app.tail;

import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedRecords;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Follows a topic and prints its committed records, until told to stop. */
public final class TopicTail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LONGEST_ASK = Duration.ofMinutes(1);

    private final CommittedRecords records;
    private final TailLine line;
    private final PrintWriter out;

    /** Creates a tail of {@code topic} that prints to {@code out}; with a hospital, only what concerns that one. */
    public TopicTail(
            Map<String, ?> client, Topic<?> topic, TopicSerdes serdes, Optional<String> hospital, PrintWriter out) {
        Map<String, Object> patient = new HashMap<>(client);
        patient.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LONGEST_ASK.toMillis());
        this.records = new CommittedRecords(CommittedConsumers.of(patient).get(), List.of(topic));
        this.line = new TailLine(topic, serdes, hospital);
        this.out = out;
    }

    /** Starts with the oldest record there is. */
    public TopicTail fromBeginning() {
        records.seekToBeginning();
        return this;
    }

    /** Starts with the next record that is written. */
    public TopicTail fromNow() {
        records.seekToEnd();
        return this;
    }

    /** Prints records while {@code going} says so and the reader of the output is there. */
    public void follow(BooleanSupplier going) {
        while (going.getAsBoolean() && !out.checkError()) {
            records.poll(POLL, record -> line.of(record).ifPresent(out::println));
            out.flush();
        }
    }

    @Override
    public void close() {
        records.close();
    }
}
