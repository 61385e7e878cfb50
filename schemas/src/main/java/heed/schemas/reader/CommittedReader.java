package heed.schemas.reader;

import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows topics from the beginning, or from as far back as its destination wants, on a thread of its own, and hands
 * their values to a {@link Destination}.
 *
 * <p>Without a consumer group: every instance of whatever stands on it holds everything. A broker that is away is
 * waited for; {@link #status()} says since when. A record that cannot be read is left out, counted and logged; a
 * registry that cannot be asked is waited for, since the record may be good.
 */
public final class CommittedReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommittedReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ASK_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_ASK = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final Supplier<? extends Consumer<String, byte[]>> consumers;
    private final List<? extends Topic<?>> topics;
    private final Map<String, Intake> intakes;
    private final Destination destination;
    private final Clock clock;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);

    private volatile ReaderStatus status = new ReaderStatus(ReaderStatus.Phase.CATCHING_UP, 0, null, 0);
    private volatile @Nullable CommittedRecords current;
    private Map<TopicPartition, Long> target = Map.of();
    private Instant nextAsk = Instant.MIN;

    /**
     * Takes a maker of consumers, see {@link CommittedConsumers}: after an error that a consumer does not survive,
     * another is made.
     *
     * @param name what the thread is called, and with it who reads in each line of the log
     */
    public CommittedReader(
            String name,
            Supplier<? extends Consumer<String, byte[]>> consumers,
            TopicSerdes serdes,
            Destination destination,
            Clock clock) {
        this.consumers = consumers;
        List<Route<?>> routes = destination.routes();
        this.topics = routes.stream().map(Route::topic).toList();
        this.intakes = routes.stream()
                .collect(Collectors.toUnmodifiableMap(route -> route.topic().name(), route -> intake(route, serdes)));
        this.destination = destination;
        this.clock = clock;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /** Takes one record of a topic to the destination. */
    private interface Intake {
        void take(ConsumerRecord<String, byte[]> each);
    }

    private static <V> Intake intake(Route<V> route, TopicSerdes serdes) {
        Deserializer<V> values = serdes.of(route.topic()).deserializer();
        return each -> {
            if (each.value() == null) {
                route.remove().accept(each.key());
            } else {
                route.put()
                        .take(
                                values.deserialize(each.topic(), each.headers(), each.value()),
                                Instant.ofEpochMilli(each.timestamp()));
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
        CommittedRecords reading = current;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            thread.join(LONGEST_CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                readUntilBroken();
            }
        } catch (InterruptException e) {
            LOG.info("reader interrupted");
        } finally {
            phase(ReaderStatus.Phase.ENDED);
        }
    }

    private void readUntilBroken() {
        try (CommittedRecords records = new CommittedRecords(consumers.get(), topics)) {
            current = records;
            phase(ReaderStatus.Phase.CATCHING_UP);
            goBack(records, destination.history());
            destination.restart();
            target = records.ends(LONGEST_ASK);
            nextAsk = Instant.MIN;
            while (closing.getCount() > 0) {
                step(records);
            }
        } catch (WakeupException e) {
            LOG.debug("reader woken to close");
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("reader starts again from the beginning cause={}", e.toString());
            pause();
        } finally {
            current = null;
        }
    }

    private static void goBack(CommittedRecords records, long history) {
        if (history == Long.MAX_VALUE) {
            records.seekToBeginning();
        } else {
            records.seekToNewest(history);
        }
    }

    private void step(CommittedRecords records) {
        records.poll(POLL, this::take);
        if (status.phase() == ReaderStatus.Phase.CATCHING_UP && records.behind(target) == 0) {
            LOG.info(
                    "reader has caught up records={}",
                    target.values().stream().mapToLong(Long::longValue).sum());
            phase(ReaderStatus.Phase.FOLLOWING);
        }
        if (status.phase() == ReaderStatus.Phase.FOLLOWING) {
            destination.publish();
        }
        if (!clock.instant().isBefore(nextAsk)) {
            ask(records);
        }
    }

    /** Asks where the topics end: how far behind this reader is, and whether there is a broker to answer at all. */
    private void ask(CommittedRecords records) {
        try {
            long lag = records.behind(records.ends(LONGEST_ASK));
            status = new ReaderStatus(status.phase(), lag, clock.instant(), status.unreadable());
        } catch (TimeoutException e) {
            LOG.warn("no broker answers the reader lastContact={}", status.lastContact());
        }
        nextAsk = clock.instant().plus(ASK_EVERY);
    }

    private void take(ConsumerRecord<String, byte[]> each) {
        while (closing.getCount() > 0) {
            try {
                Objects.requireNonNull(intakes.get(each.topic()), "a record of a topic that no route is for")
                        .take(each);
                return;
            } catch (RegistryUnavailableException e) {
                LOG.warn("reader waits for the schema registry cause={}", e.getMessage());
                pause();
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

    private void pause() {
        try {
            closing.await(RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void phase(ReaderStatus.Phase phase) {
        status = new ReaderStatus(phase, status.lag(), status.lastContact(), status.unreadable());
    }
}
