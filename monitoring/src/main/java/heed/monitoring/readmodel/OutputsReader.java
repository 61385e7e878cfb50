package heed.monitoring.readmodel;

import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.serde.TopicSerdes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the read model from the output topics that it names, on a thread of its own and without a consumer group: every
 * instance of the page holds everything, from the beginning.
 *
 * <p>Readers see nothing before it has caught up with what was there when it began, so a page never shows history being
 * replayed as if it were news. A broker that is away is waited for; {@link #status()} says since when. A record that cannot
 * be read is left out, counted and logged; a registry that cannot be asked is waited for, since the record may be good.
 */
public final class OutputsReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutputsReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ASK_EVERY = Duration.ofSeconds(1);
    private static final Duration ASK_PATIENCE = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Supplier<? extends Consumer<String, byte[]>> consumers;
    private final Map<String, Intake> intakes = new LinkedHashMap<>();
    private final ReadModel model;
    private final Clock clock;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);

    private volatile ReaderStatus status = new ReaderStatus(ReaderStatus.Phase.CATCHING_UP, 0, null, 0);
    private volatile Consumer<String, byte[]> current;
    private Map<TopicPartition, Long> target = Map.of();
    private Instant nextAsk = Instant.MIN;

    /** Takes a way to make consumers, see {@link ReaderConfig}: after an error that a consumer does not survive, another is made. */
    public OutputsReader(
            Supplier<? extends Consumer<String, byte[]>> consumers, TopicSerdes serdes, ReadModel model, Clock clock) {
        this.consumers = consumers;
        model.routes().forEach(route -> intakes.put(route.topic().name(), intake(route, serdes)));
        this.model = model;
        this.clock = clock;
        this.thread = new Thread(this::run, "heed-outputs-reader");
        this.thread.setDaemon(true);
    }

    /** Takes one record of a topic into the read model. */
    private interface Intake {
        void take(ConsumerRecord<String, byte[]> each);
    }

    private static <V> Intake intake(Route<V> route, TopicSerdes serdes) {
        Deserializer<V> values = serdes.of(route.topic()).deserializer();
        return each -> {
            if (each.value() == null) {
                route.remove().accept(each.key());
            } else {
                route.put().accept(values.deserialize(each.topic(), each.headers(), each.value()));
            }
        };
    }

    /** Starts reading. */
    public void start() {
        thread.start();
    }

    /** Returns how the reader stands. */
    public ReaderStatus status() {
        return status;
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<String, byte[]> reading = current;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                readUntilBroken();
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.info("reader interrupted");
        } finally {
            phase(ReaderStatus.Phase.ENDED);
        }
    }

    private void readUntilBroken() throws InterruptedException {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            current = consumer;
            phase(ReaderStatus.Phase.CATCHING_UP);
            List<TopicPartition> partitions = partitions(consumer);
            model.restart();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            target = consumer.endOffsets(partitions, ASK_PATIENCE);
            nextAsk = Instant.MIN;
            while (closing.getCount() > 0) {
                step(consumer, partitions);
            }
        } catch (WakeupException e) {
            LOG.debug("reader woken to close");
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("reader of the outputs starts again cause={}", e.toString());
            closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            current = null;
        }
    }

    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : intakes.keySet()) {
            List<PartitionInfo> known = consumer.partitionsFor(topic);
            if (known == null || known.isEmpty()) {
                throw new KafkaException("topic " + topic + " does not exist yet");
            }
            known.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        return partitions;
    }

    private void step(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) throws InterruptedException {
        for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
            take(each);
        }
        if (status.phase() == ReaderStatus.Phase.CATCHING_UP && isAt(consumer, target)) {
            LOG.info(
                    "reader has caught up records={}",
                    target.values().stream().mapToLong(Long::longValue).sum());
            phase(ReaderStatus.Phase.FOLLOWING);
        }
        if (status.phase() == ReaderStatus.Phase.FOLLOWING) {
            model.publish();
        }
        if (!clock.instant().isBefore(nextAsk)) {
            ask(consumer, partitions);
        }
    }

    private static boolean isAt(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Asks where the topics end: how far behind this reader is, and whether there is a broker to answer at all. */
    private void ask(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        try {
            long lag = 0;
            for (Map.Entry<TopicPartition, Long> end :
                    consumer.endOffsets(partitions, ASK_PATIENCE).entrySet()) {
                lag += Math.max(0, end.getValue() - consumer.position(end.getKey()));
            }
            status = new ReaderStatus(status.phase(), lag, clock.instant(), status.unreadable());
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            LOG.warn("no broker answers the reader lastContact={}", status.lastContact());
        }
        nextAsk = clock.instant().plus(ASK_EVERY);
    }

    private void take(ConsumerRecord<String, byte[]> each) throws InterruptedException {
        while (closing.getCount() > 0) {
            try {
                intakes.get(each.topic()).take(each);
                return;
            } catch (RegistryUnavailableException e) {
                LOG.warn("reader waits for the schema registry cause={}", e.getMessage());
                closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RuntimeException e) {
                status = new ReaderStatus(status.phase(), status.lag(), status.lastContact(), status.unreadable() + 1);
                LOG.warn(
                        "unreadable record left out topic={} partition={} offset={} cause={}",
                        each.topic(),
                        each.partition(),
                        each.offset(),
                        e.toString());
                return;
            }
        }
    }

    private void phase(ReaderStatus.Phase phase) {
        status = new ReaderStatus(phase, status.lag(), status.lastContact(), status.unreadable());
    }
}
