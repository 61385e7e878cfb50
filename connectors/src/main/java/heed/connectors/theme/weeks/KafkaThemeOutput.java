package heed.connectors.theme.weeks;

import heed.schemas.ThemeRise;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedValues;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes labels, counts and rises in one transaction, under a name that one process has at a time: who opens it last is
 * let to write, and what another was in the middle of is taken back.
 */
public final class KafkaThemeOutput implements ThemeOutput {

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    /** Labels of a transaction: after an absence there may be many, and a transaction must end in time. */
    private static final int MOST = 10_000;

    private final TopicSerdes serdes;
    private final Supplier<? extends Consumer<String, byte[]>> consumers;
    private final Supplier<? extends Producer<String, byte[]>> producers;
    private volatile @Nullable Producer<String, byte[]> producer;

    KafkaThemeOutput(
            TopicSerdes serdes,
            Supplier<? extends Consumer<String, byte[]>> consumers,
            Supplier<? extends Producer<String, byte[]>> producers) {
        this.serdes = serdes;
        this.consumers = consumers;
        this.producers = producers;
    }

    /**
     * Returns the output on the brokers.
     *
     * @param client bootstrap servers and security settings
     * @param transactionalId what all instances of an installation call themselves
     */
    public static KafkaThemeOutput connect(TopicSerdes serdes, Map<String, ?> client, String transactionalId) {
        Map<String, Object> config = new HashMap<>(client);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        Map<String, Object> fixed = Map.copyOf(config);
        return new KafkaThemeOutput(
                serdes,
                CommittedConsumers.of(client),
                () -> new KafkaProducer<>(fixed, new StringSerializer(), new ByteArraySerializer()));
    }

    @Override
    public Written open() {
        close();
        Producer<String, byte[]> opened = producers.get();
        producer = opened;
        opened.initTransactions();
        return new Written(newest(Topics.LABELS), newest(Topics.THEMES));
    }

    private <V> Map<String, V> newest(Topic<V> topic) {
        return new CommittedValues<>(topic, serdes, consumers).newest();
    }

    @Override
    public Map<String, ThemeRise> rises() {
        return newest(Topics.THEME_RISES);
    }

    @Override
    public void write(Changes changes) {
        Producer<String, byte[]> open = Objects.requireNonNull(producer, "it is written to once it is open");
        try {
            var labels = changes.labels().entrySet().iterator();
            while (!changes.isEmpty()) {
                open.beginTransaction();
                send(open, Topics.LABELS, labels, MOST);
                boolean last = !labels.hasNext();
                if (last) {
                    send(open, Topics.THEMES, changes.rows().entrySet().iterator(), Integer.MAX_VALUE);
                    send(open, Topics.THEME_RISES, changes.rises().entrySet().iterator(), Integer.MAX_VALUE);
                }
                open.commitTransaction();
                if (last) {
                    return;
                }
            }
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new TakenOverException(e);
        } catch (KafkaException e) {
            if (e.getCause() instanceof ProducerFencedException
                    || e.getCause() instanceof InvalidProducerEpochException) {
                throw new TakenOverException(e);
            }
            throw e;
        }
    }

    private <V> void send(
            Producer<String, byte[]> open, Topic<V> topic, Iterator<Map.Entry<String, Optional<V>>> each, int most) {
        Serializer<V> values = serdes.of(topic).serializer();
        for (int i = 0; i < most && each.hasNext(); i++) {
            Map.Entry<String, Optional<V>> row = each.next();
            byte @Nullable [] value =
                    row.getValue().map(is -> values.serialize(topic.name(), is)).orElse(null);
            // A failed send fails the transaction's commit.
            Future<RecordMetadata> unused = open.send(new ProducerRecord<>(topic.name(), row.getKey(), value));
        }
    }

    @Override
    public void close() {
        Producer<String, byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(LONGEST_CLOSE);
        }
    }
}
