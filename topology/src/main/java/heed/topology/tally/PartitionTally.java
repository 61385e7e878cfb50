package heed.topology.tally;

import heed.schemas.rejected.RejectionReason;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import heed.topology.store.HeapState;
import heed.topology.store.WriteBehindStoreBuilder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the records of one partition as they come in, and by what became of them: records in = counted + duplicate +
 * conflict + corrected + withdrawn + rejected. Both sides are counted on their own, so that a record which is lost
 * between them shows.
 *
 * <p>Written by the partition's thread, read by any. Stored in the same transaction as the scores, so the sums hold
 * after a crash too.
 */
public final class PartitionTally implements HeapState {

    private static final byte[] KEY = "tally".getBytes(StandardCharsets.US_ASCII);
    private static final String REJECTED = "rejected.";
    private static final String IN = "in";

    private final Map<String, AtomicLong> counts = Stream.concat(
                    Stream.of(Outcome.values()).map(Outcome::name),
                    Stream.of(RejectionReason.values()).map(reason -> REJECTED + reason.name()))
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> new AtomicLong()));
    private final Map<Outcome, AtomicLong> outcomes = new EnumMap<>(Outcome.class);
    private final AtomicLong in = new AtomicLong();
    private final RowWriter row = new RowWriter();
    private boolean changed;

    /** Returns the builder of a store that holds one for each partition. */
    public static WriteBehindStoreBuilder<PartitionTally> store() {
        return new WriteBehindStoreBuilder<>("admit-tally", PartitionTally::new);
    }

    /** Starts at nothing. */
    public PartitionTally() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, counts.get(outcome.name()));
        }
    }

    /** Counts one record as it comes in, before anything is known of it. */
    public void read() {
        add(in);
    }

    /** Counts one record that was not rejected. */
    public void count(Outcome outcome) {
        add(counter(outcome));
    }

    /** Counts one rejected record. */
    public void reject(RejectionReason reason) {
        add(counter(reason));
    }

    /** Returns how many records met {@code outcome}. */
    public long of(Outcome outcome) {
        return counter(outcome).get();
    }

    /** Returns how many records were rejected for {@code reason}. */
    public long of(RejectionReason reason) {
        return counter(reason).get();
    }

    private AtomicLong counter(Outcome outcome) {
        return Objects.requireNonNull(outcomes.get(outcome));
    }

    private AtomicLong counter(RejectionReason reason) {
        return Objects.requireNonNull(counts.get(REJECTED + reason.name()));
    }

    /** Returns how many records were read. */
    public long in() {
        return in.get();
    }

    /** Returns of how many records it is known what became of them. */
    long accountedFor() {
        return counts.values().stream().mapToLong(AtomicLong::get).sum();
    }

    private void add(AtomicLong count) {
        count.lazySet(count.getPlain() + 1);
        changed = true;
    }

    @Override
    public void restore(byte[] key, byte @Nullable [] value) {
        RowReader reader = new RowReader().of(Objects.requireNonNull(value, "the row of the tally is never deleted"));
        while (reader.hasMore()) {
            String name = reader.text();
            long count = reader.number();
            if (counts.containsKey(name)) {
                counts.get(name).set(count);
            } else if (name.equals(IN)) {
                in.set(count);
            }
        }
    }

    @Override
    public void writeChanges(ChangeWriter changelog) {
        if (changed) {
            changed = false;
            row.clear().text(IN).number(in.get());
            counts.entrySet().stream()
                    .filter(entry -> entry.getValue().get() > 0)
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry ->
                            row.text(entry.getKey()).number(entry.getValue().get()));
            changelog.write(KEY, row.toBytes());
        }
    }
}
