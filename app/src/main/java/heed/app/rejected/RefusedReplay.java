package heed.app.rejected;

import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Sends refused responses again, byte for byte, as ones that arrive now: they count by the rules of now, or are refused
 * again and so are not lost. What counts already counts once, by its id.
 */
public final class RefusedReplay implements AutoCloseable {

    /** Where to. What came from another topic is not of a sender, and is written again by Heed itself. */
    public static final Topic<?> TOPIC = Topics.FEEDBACK;

    private final Producer<String, byte[]> producer;
    private final Clock clock;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long withoutValue;
    private long fromElsewhere;

    /** Connects to the brokers. */
    public static RefusedReplay connect(Map<String, ?> client, Clock clock) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2_000_000);
        return new RefusedReplay(
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()), clock);
    }

    RefusedReplay(Producer<String, byte[]> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /**
     * What became of the records.
     *
     * @param sent acknowledged by every in-sync replica
     * @param withoutValue that there are no bytes of
     * @param fromElsewhere that did not come from the topic of responses
     */
    public record Outcome(long sent, long withoutValue, long fromElsewhere) {}

    /** Sends one, unless there is nothing to send. */
    public void send(Refused refused) {
        Bytes value = refused.value();
        if (!refused.topic().equals(TOPIC.name())) {
            fromElsewhere++;
        } else if (value == null) {
            withoutValue++;
        } else {
            var unused = producer.send(
                    new ProducerRecord<>(TOPIC.name(), null, clock.millis(), refused.key(), value.get()),
                    (metadata, problem) -> {
                        if (problem == null) {
                            sent.incrementAndGet();
                        } else {
                            failure.compareAndSet(null, problem);
                        }
                    });
        }
    }

    /**
     * Waits until all are acknowledged.
     *
     * @throws IllegalStateException where one was not; the others were
     */
    public Outcome finish() {
        producer.flush();
        Exception problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException(
                    "Kafka took " + sent.get() + " of them, and not all: " + problem.getMessage(), problem);
        }
        return new Outcome(sent.get(), withoutValue, fromElsewhere);
    }

    @Override
    public void close() {
        producer.close();
    }
}
