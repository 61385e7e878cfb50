package heed.connectors;

import heed.schemas.Feedback;
import heed.schemas.name.FeedbackHash;
import heed.schemas.topic.FeedbackHeaders;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes responses to {@code heed.feedback.v1}: key the hospital, timestamp the arrival time, acknowledged by every
 * in-sync replica.
 *
 * <p>The producer is idempotent: its own retries neither double a response nor swap two revisions of it. A caller's
 * retry can double a response; the ledger sees to that. Threads may share one writer.
 */
public final class KafkaFeedbackWriter implements FeedbackWriter, AutoCloseable {

    /** What is written. */
    public static final Topic<Feedback> TOPIC = Topics.FEEDBACK;

    private static final Logger LOG = LoggerFactory.getLogger(KafkaFeedbackWriter.class);

    private final Producer<String, Feedback> producer;
    private final Config config;
    private final List<Header> headers;
    private final Semaphore slots;
    private final AtomicBoolean givenUp = new AtomicBoolean();

    /** Takes over the producer, which must be idempotent with {@code acks=all}: {@link #connect} makes one. */
    KafkaFeedbackWriter(Producer<String, Feedback> producer, Config config) {
        this(producer, config, List.of());
    }

    KafkaFeedbackWriter(Producer<String, Feedback> producer, Config config, List<Header> headers) {
        this.producer = producer;
        this.config = config;
        this.headers = headers;
        this.slots = new Semaphore(config.maxInFlight());
    }

    /**
     * Opens a writer.
     *
     * @param client bootstrap servers and security settings; what this class promises cannot be overridden by them
     */
    public static KafkaFeedbackWriter connect(Map<String, ?> client, Serializer<Feedback> serializer, Config config) {
        return new KafkaFeedbackWriter(
                new KafkaProducer<>(producerSettings(client, config), new StringSerializer(), serializer), config);
    }

    /**
     * Opens a writer as {@link #connect} does; every response that it writes is marked as of a history brought in. What
     * it writes stays in order whatever fails: it sends nothing more after the first that is not acknowledged.
     */
    public static KafkaFeedbackWriter connectForBackfill(
            Map<String, ?> client, Serializer<Feedback> serializer, Config config) {
        return new KafkaFeedbackWriter(
                new KafkaProducer<>(producerSettings(client, config), new StringSerializer(), serializer),
                config,
                List.of(FeedbackHeaders.backfill()));
    }

    static Map<String, Object> producerSettings(Map<String, ?> client, Config config) {
        Map<String, Object> settings = ProducerSettings.of(client, config.deliveryTimeout(), config.longestBlock());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return settings;
    }

    @Override
    public CompletionStage<Void> write(Feedback feedback, Instant arrival) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        try {
            if (!slots.tryAcquire(config.longestBlock().toMillis(), TimeUnit.MILLISECONDS)) {
                written.completeExceptionally(new FeedbackNotWrittenException("Kafka has not acknowledged "
                        + config.maxInFlight() + " earlier responses for " + config.longestBlock()));
                return written;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            written.completeExceptionally(
                    new FeedbackNotWrittenException("interrupted while earlier responses were unacknowledged", e));
            return written;
        }
        var unused = written.whenComplete((done, failure) -> slots.release());
        send(feedback, arrival, written);
        return written;
    }

    private void send(Feedback feedback, Instant arrival, CompletableFuture<Void> written) {
        try {
            var unused = producer.send(
                    new ProducerRecord<>(
                            TOPIC.name(), null, arrival.toEpochMilli(), feedback.getHospital(), feedback, headers),
                    (metadata, failure) -> {
                        if (failure == null) {
                            trace(feedback, metadata);
                            written.complete(null);
                        } else {
                            giveUpHistory();
                            written.completeExceptionally(
                                    new FeedbackNotWrittenException("Kafka did not acknowledge", failure));
                        }
                    });
        } catch (RuntimeException e) {
            written.completeExceptionally(
                    new FeedbackNotWrittenException("the response could not be handed to Kafka", e));
        }
    }

    /** A history is written in the order of time, so nothing may follow what is missing. */
    private void giveUpHistory() {
        if (!headers.isEmpty() && givenUp.compareAndSet(false, true)) {
            producer.close(Duration.ZERO);
        }
    }

    private static void trace(Feedback feedback, RecordMetadata metadata) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "response written feedback_hash={} revision={} partition={} offset={}",
                    FeedbackHash.of(feedback.getFeedbackId()),
                    feedback.getRevision(),
                    metadata.partition(),
                    metadata.offset());
        }
    }

    /** Waits for what is unacknowledged, at most the delivery timeout. */
    @Override
    public void close() {
        producer.close(config.deliveryTimeout());
    }

    /**
     * Limits of the writer.
     *
     * @param maxInFlight responses that may be unacknowledged at once, before {@code write} blocks
     * @param deliveryTimeout from {@code send} to the acknowledgement, retries included
     * @param longestBlock that {@code write} may wait for a free place, and again for the topic's metadata
     */
    public record Config(int maxInFlight, Duration deliveryTimeout, Duration longestBlock) {

        private static final Duration LONGEST = Duration.ofMinutes(10);

        public Config {
            if (maxInFlight < 1) {
                throw new IllegalArgumentException("maxInFlight must be at least 1, was " + maxInFlight);
            }
            require("deliveryTimeout", deliveryTimeout);
            require("longestBlock", longestBlock);
        }

        private static void require(String name, Duration value) {
            if (value.compareTo(Duration.ofMillis(100)) < 0 || value.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(name + " must be PT0.1S to " + LONGEST + ", was " + value);
            }
        }

        /** Returns what an intake or an import on one machine needs. */
        public static Config defaults() {
            return new Config(10_000, Duration.ofSeconds(30), Duration.ofSeconds(5));
        }
    }
}
