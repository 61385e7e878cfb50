package heed.connectors;

import heed.schemas.topic.Topic;
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
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of a compacted topic, of which the newest of each key counts, acknowledged by every in-sync replica. A
 * person waits for it, so it gives up soon. Threads may share one writer.
 *
 * @param <V> value type of the topic
 */
public final class KafkaRowWriter<V> implements AutoCloseable {

    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration LONGEST_BLOCK = Duration.ofSeconds(4);

    /** Of a command, which does nothing before the brokers have it. */
    private static final Duration COMMANDS_TIMEOUT = Duration.ofSeconds(60);

    private static final Duration COMMANDS_BLOCK = Duration.ofSeconds(30);

    private final Topic<V> topic;
    private final Producer<String, V> producer;

    /** Takes over the producer: {@link #connect} makes one. */
    KafkaRowWriter(Topic<V> topic, Producer<String, V> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    /** Opens a writer; {@code client} has bootstrap servers and security settings. */
    public static <V> KafkaRowWriter<V> connect(Topic<V> topic, Map<String, ?> client, Serializer<V> serializer) {
        return connect(topic, serializer, ProducerSettings.of(client, DELIVERY_TIMEOUT, LONGEST_BLOCK));
    }

    /** Opens a writer as {@link #connect} does, which waits longer for brokers that are busy. */
    public static <V> KafkaRowWriter<V> connectForCommand(
            Topic<V> topic, Map<String, ?> client, Serializer<V> serializer) {
        return connect(topic, serializer, ProducerSettings.of(client, COMMANDS_TIMEOUT, COMMANDS_BLOCK));
    }

    private static <V> KafkaRowWriter<V> connect(
            Topic<V> topic, Serializer<V> serializer, Map<String, Object> settings) {
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return new KafkaRowWriter<>(topic, new KafkaProducer<>(settings, new StringSerializer(), serializer));
    }

    /** Writes the newest row of a key; the stage completes normally only after the acknowledgement, and always. */
    public CompletionStage<Void> put(String key, V row) {
        return send(key, row);
    }

    /** Takes out the row of a key; the stage as that of {@link #put}. */
    public CompletionStage<Void> remove(String key) {
        return send(key, null);
    }

    private CompletionStage<Void> send(String key, @Nullable V row) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        try {
            var unused = producer.send(new ProducerRecord<>(topic.name(), key, row), (metadata, failure) -> {
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
