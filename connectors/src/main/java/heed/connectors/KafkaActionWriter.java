package heed.connectors;

import heed.schemas.Action;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes {@code heed.actions.v1}: key the hospital, timestamp the act's own time, acknowledged by every in-sync
 * replica.
 *
 * <p>A person waits for the acknowledgement, so it gives up soon. Whoever is left in doubt writes the act again: its
 * {@code action_id} says that it is the same one. Threads may share one writer.
 */
public final class KafkaActionWriter implements AutoCloseable {

    /** What is written. */
    public static final Topic<Action> TOPIC = Topics.ACTIONS;

    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration LONGEST_BLOCK = Duration.ofSeconds(4);

    private final Producer<String, Action> producer;

    /** Takes over the producer: {@link #connect} makes one. */
    KafkaActionWriter(Producer<String, Action> producer) {
        this.producer = producer;
    }

    /** Opens a writer; {@code client} has bootstrap servers and security settings. */
    public static KafkaActionWriter connect(Map<String, ?> client, Serializer<Action> serializer) {
        Map<String, Object> settings = ProducerSettings.of(client, DELIVERY_TIMEOUT, LONGEST_BLOCK);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return new KafkaActionWriter(new KafkaProducer<>(settings, new StringSerializer(), serializer));
    }

    /**
     * Writes one act. Blocks for some seconds at most while no broker is reached. The stage always completes: normally
     * only after the acknowledgement, exceptionally with what Kafka says.
     */
    public CompletionStage<Void> write(Action action) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        try {
            var unused = producer.send(
                    new ProducerRecord<>(
                            TOPIC.name(), null, action.getAt().toEpochMilli(), action.getHospital(), action),
                    (metadata, failure) -> {
                        if (failure == null) {
                            written.complete(null);
                        } else {
                            written.completeExceptionally(failure);
                        }
                    });
        } catch (RuntimeException e) {
            written.completeExceptionally(e);
        }
        return written;
    }

    /** Waits for what is unacknowledged, at most the delivery timeout. */
    @Override
    public void close() {
        producer.close(DELIVERY_TIMEOUT);
    }
}
