package heed.connectors;

import heed.schemas.Pulse;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes {@code heed.pulse.v1}: to every partition that Heed listens, timestamp the time that arrivals are stamped
 * with.
 *
 * <p>A pulse that Kafka does not take (it is unreachable, or refuses the time as too far ahead) is missing, which is
 * right: nothing else came in either. That is logged once, until one is taken again. Threads may share one writer.
 */
public final class PulseWriter implements AutoCloseable {

    /** What is written. */
    public static final Topic<Pulse> TOPIC = Topics.PULSE;

    private static final Logger LOG = LoggerFactory.getLogger(PulseWriter.class);
    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LONGEST_BLOCK = Duration.ofSeconds(5);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

    private final Producer<byte[], Pulse> producer;
    private final AtomicBoolean failing = new AtomicBoolean();

    /** Takes over the producer: {@link #connect} makes one. */
    PulseWriter(Producer<byte[], Pulse> producer) {
        this.producer = producer;
    }

    /** Opens a writer. */
    public static PulseWriter connect(Map<String, ?> client, Serializer<Pulse> serializer) {
        Map<String, Object> settings = ProducerSettings.of(client, DELIVERY_TIMEOUT, LONGEST_BLOCK);
        return new PulseWriter(new KafkaProducer<>(settings, new ByteArraySerializer(), serializer));
    }

    /**
     * Says that everything which arrives at {@code at} is heard, and that the next pulse is due after {@code every};
     * never throws.
     */
    public void beat(Instant at, Duration every) {
        Pulse pulse = new Pulse(at, every.toMillis());
        try {
            producer.partitionsFor(TOPIC.name()).forEach(partition -> send(partition.partition(), pulse));
        } catch (RuntimeException e) {
            written(e);
        }
    }

    private void send(int partition, Pulse pulse) {
        var unused = producer.send(
                new ProducerRecord<>(TOPIC.name(), partition, pulse.getAt().toEpochMilli(), null, pulse),
                (metadata, failure) -> written(failure));
    }

    private void written(Exception failure) {
        if (failure == null) {
            if (failing.compareAndSet(true, false)) {
                LOG.info("Pulses are written again");
            }
        } else if (failing.compareAndSet(false, true)) {
            LOG.warn(
                    "A pulse could not be written; until one can be, no hospital is called silent topic={}",
                    TOPIC.name(),
                    failure);
        }
    }

    /** Gives up what is unacknowledged after a moment: a pulse that comes late says nothing. */
    @Override
    public void close() {
        producer.close(LONGEST_CLOSE);
    }
}
