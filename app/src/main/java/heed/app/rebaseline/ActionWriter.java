package heed.app.rebaseline;

import heed.schemas.Action;
import heed.schemas.Topics;
import heed.schemas.serde.TopicSerdes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes acts of people, keyed by their hospital as its feedback is, with the time of the act. */
public final class ActionWriter implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Producer<String, Action> producer;

    /** Connects to the brokers. */
    public ActionWriter(String bootstrap, TopicSerdes serdes) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE.toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis() / 2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis()),
                new StringSerializer(),
                serdes.of(Topics.ACTIONS).serializer());
    }

    /**
     * Writes an act and waits until the brokers have it.
     *
     * @throws IllegalStateException where they do not take it
     */
    public void write(Action action) throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(
                            Topics.ACTIONS.name(), null, action.getAt().toEpochMilli(), action.getHospital(), action))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the act could not be written: " + e.getCause().getMessage(), e);
        }
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}
