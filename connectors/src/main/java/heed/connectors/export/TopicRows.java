package heed.connectors.export;

import heed.schemas.flat.FlatTable;
import heed.schemas.reader.CommittedRecords;
import heed.schemas.serde.TopicSerdes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows that a topic gives up to where it ended at the call. Where only the newest record of a thing counts,
 * it is read twice: first to learn which is the newest of each that is wanted, of which the place is kept, then to
 * write those; so a row is never in memory longer than it is written.
 *
 * @param <R> what a row is made from
 */
public final class TopicRows<R extends SpecificRecord> {

    private final FlatTable<R> table;
    private final TopicSerdes serdes;
    private final Supplier<? extends Consumer<String, byte[]>> consumers;
    private final Predicate<R> wanted;

    /** Takes a maker of consumers, see {@code CommittedConsumers}, and which records are wanted. */
    public TopicRows(
            FlatTable<R> table,
            TopicSerdes serdes,
            Supplier<? extends Consumer<String, byte[]>> consumers,
            Predicate<R> wanted) {
        this.table = table;
        this.serdes = serdes;
        this.consumers = consumers;
        this.wanted = wanted;
    }

    /**
     * What was written.
     *
     * @param rows that are in the file
     * @param unreadable records that are none of ours
     */
    public record Written(long rows, long unreadable) {}

    /** Where a record is. */
    private record Place(int partition, long offset) {

        static Place of(ConsumerRecord<?, ?> record) {
            return new Place(record.partition(), record.offset());
        }
    }

    /** The newest record of a thing, and its key, by which a tombstone takes it out. */
    private record Newest(Place place, String key) {}

    /** What is done with a record that can be read; the value of a tombstone is null. */
    private interface Each<R> {
        void take(ConsumerRecord<String, byte[]> record, @Nullable R value) throws IOException;
    }

    /**
     * Writes them.
     *
     * @throws IllegalStateException where the brokers deleted between the two readings what is to be written
     */
    public Written writeTo(TableFile file) throws IOException {
        try (CommittedRecords records = new CommittedRecords(consumers.get(), List.of(table.topic()))) {
            Map<TopicPartition, Long> ends = records.ends();
            return table.isNewestOnly() ? writeNewest(records, ends, file) : writeAll(records, ends, file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Written writeAll(CommittedRecords records, Map<TopicPartition, Long> ends, TableFile file) {
        long[] rows = {0};
        long unreadable = read(records, ends, (record, value) -> {
            if (value != null && wanted.test(value)) {
                file.write(row(record, value));
                rows[0]++;
            }
        });
        return new Written(rows[0], unreadable);
    }

    private Written writeNewest(CommittedRecords records, Map<TopicPartition, Long> ends, TableFile file) {
        Set<Place> newest = newest(records, ends);
        long[] rows = {0};
        long unreadable = read(records, ends, (record, value) -> {
            if (value != null && newest.contains(Place.of(record))) {
                file.write(row(record, value));
                rows[0]++;
            }
        });
        if (rows[0] != newest.size()) {
            throw new IllegalStateException("the brokers compacted the topic while it was read: of " + newest.size()
                    + " rows " + rows[0] + " were still there. Run it again.");
        }
        return new Written(rows[0], unreadable);
    }

    private Set<Place> newest(CommittedRecords records, Map<TopicPartition, Long> ends) {
        Map<String, Newest> newest = new HashMap<>();
        read(records, ends, (record, value) -> {
            if (value == null) {
                newest.values().removeIf(each -> each.key().equals(record.key()));
            } else if (wanted.test(value)) {
                newest.put(table.id(value), new Newest(Place.of(record), record.key()));
            } else {
                newest.remove(table.id(value));
            }
        });
        return newest.values().stream().map(Newest::place).collect(Collectors.toSet());
    }

    private List<@Nullable Object> row(ConsumerRecord<String, byte[]> record, R value) {
        return table.row(value, Instant.ofEpochMilli(record.timestamp()));
    }

    /** Hands over what there is up to {@code ends}, and returns how many records could not be read. */
    private long read(CommittedRecords records, Map<TopicPartition, Long> ends, Each<R> each) {
        long[] unreadable = {0};
        try (Deserializer<R> values = serdes.of(table.topic()).deserializer()) {
            records.seekToBeginning();
            records.readTo(ends, record -> {
                try {
                    each.take(record, values.deserialize(record.topic(), record.headers(), record.value()));
                } catch (SerializationException e) {
                    unreadable[0]++;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return unreadable[0];
    }
}
