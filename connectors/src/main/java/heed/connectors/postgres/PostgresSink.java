package heed.connectors.postgres;

import heed.schemas.flat.FlatTable;
import heed.schemas.flat.FlatTables;
import heed.schemas.reader.CommittedRecords;
import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.postgresql.util.PSQLState;

/**
 * Follows the topics of the results and writes them to tables. What is read and how far are one transaction: whatever
 * ends it in between has written neither, so a record is never missing and never counts twice.
 *
 * <p>A database that is away is waited for, and so are brokers and the registry.
 */
public final class PostgresSink {

    /** What is written. */
    public static final List<FlatTable<?>> TABLES = List.of(FlatTables.SCORES, FlatTables.DROPS, FlatTables.LEAGUE);

    /**
     * Brokers keep tombstones for a day: whoever was away for longer may have missed one, and takes everything anew.
     */
    static final Duration LONGEST_AWAY = Duration.ofHours(23);

    private static final String BEING_SHUT_DOWN = "57P0";
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final SinkAddress address;
    private final Supplier<? extends Consumer<String, byte[]>> consumers;
    private final TopicSerdes serdes;
    private final String cluster;
    private final SinkListener listener;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Takes a maker of consumers, see {@code CommittedConsumers}, and the id of the cluster that they read. */
    public PostgresSink(
            SinkAddress address,
            Supplier<? extends Consumer<String, byte[]>> consumers,
            TopicSerdes serdes,
            String cluster,
            SinkListener listener,
            Clock clock) {
        this.address = address;
        this.consumers = consumers;
        this.serdes = serdes;
        this.cluster = cluster;
        this.listener = listener;
        this.clock = clock;
    }

    /** When a sink ends by itself. */
    public enum Until {
        /** Never. */
        STOPPED,
        /** Once it has taken what was the newest when it began. */
        END
    }

    /**
     * Writes until stopped, or to the end.
     *
     * @throws SQLException where the database refuses: what is wrong then does not mend itself
     * @throws IllegalStateException where the database is of another Kafka, or another sink writes to it
     */
    public void run(Until until) throws SQLException, InterruptedException {
        try {
            boolean ended = false;
            while (!ended && stopping.getCount() > 0) {
                try {
                    follow(until);
                    ended = true;
                } catch (RegistryUnavailableException e) {
                    await(e);
                } catch (SQLException e) {
                    if (!isAway(e)) {
                        throw e;
                    }
                    await(e);
                }
            }
        } finally {
            stopped.countDown();
        }
    }

    /** What was taken and not committed is read again. */
    private void await(Exception away) throws InterruptedException {
        listener.waits(String.valueOf(away.getMessage()));
        stopping.await(RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Tells whether a database cannot be reached, is starting, or is being shut down; see its appendix of error codes.
     */
    private static boolean isAway(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return PSQLState.isConnectionError(state) || state.startsWith(BEING_SHUT_DOWN);
    }

    private void follow(Until until) throws SQLException {
        try (SinkDatabase database = SinkDatabase.open(address);
                CommittedRecords records = new CommittedRecords(
                        consumers.get(), TABLES.stream().map(FlatTable::topic).toList())) {
            begin(database, records);
            Map<TopicPartition, Long> ends = records.ends();
            Map<String, TableWriter<?>> writers = writers(database);
            Instant seen = Instant.MIN;
            while (stopping.getCount() > 0 && (until == Until.STOPPED || records.behind(ends) > 0)) {
                boolean wrote = take(records, writers);
                Instant now = clock.instant();
                if (wrote || now.isAfter(seen.plus(SEEN_EVERY))) {
                    database.commit(cluster, now, records.places());
                    seen = now;
                }
            }
            database.commit(cluster, clock.instant(), records.places());
        }
    }

    /** Goes to where the database stands, or to the beginning where that can't be gone on from. */
    private void begin(SinkDatabase database, CommittedRecords records) throws SQLException {
        var state = database.state();
        if (state.isPresent() && !state.get().cluster().equals(cluster)) {
            throw new IllegalStateException("the schema " + address.schema() + " was written from another Kafka, "
                    + state.get().cluster() + ". Say --schema for another, or drop it.");
        }
        Map<TopicPartition, Long> places = database.places();
        boolean away = state.isPresent()
                && clock.instant().isAfter(state.get().seenAt().plus(LONGEST_AWAY));
        if (places.isEmpty() || away) {
            database.empty();
            records.seekToBeginning();
            listener.begins(away ? SinkListener.From.BEGINNING_SINCE_AWAY : SinkListener.From.BEGINNING);
            return;
        }
        Map<TopicPartition, Long> from = new HashMap<>();
        records.ends().keySet().forEach(each -> from.put(each, places.getOrDefault(each, 0L)));
        records.seek(from);
        listener.begins(SinkListener.From.WHERE_IT_ENDED);
    }

    private Map<String, TableWriter<?>> writers(SinkDatabase database) throws SQLException {
        Map<String, TableWriter<?>> writers = new HashMap<>();
        List<SinkTable> tables = SinkDatabase.tables(address.schema());
        for (int at = 0; at < TABLES.size(); at++) {
            Topic<?> topic = TABLES.get(at).topic();
            writers.put(topic.name(), new TableWriter<>(TABLES.get(at), tables.get(at), serdes, database));
        }
        return writers;
    }

    /** Takes what comes next into the transaction that is open; tells whether anything came. */
    private boolean take(CommittedRecords records, Map<String, TableWriter<?>> writers) throws SQLException {
        List<ConsumerRecord<String, byte[]>> taken = new ArrayList<>();
        records.poll(POLL, taken::add);
        long unreadable = 0;
        for (ConsumerRecord<String, byte[]> record : taken) {
            var writer = Objects.requireNonNull(writers.get(record.topic()), "each topic that is read has a table");
            unreadable += writer.take(record) ? 0 : 1;
        }
        for (TableWriter<?> writer : writers.values()) {
            writer.flush();
        }
        if (!taken.isEmpty()) {
            listener.took(taken.size(), unreadable);
        }
        return !taken.isEmpty();
    }

    /** Has it end after the transaction that is open, and waits for that. */
    public void stop() throws InterruptedException {
        stopping.countDown();
        stopped.await();
    }
}
