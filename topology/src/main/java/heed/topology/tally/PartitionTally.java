package heed.topology.tally;

import heed.schemas.RejectionReason;
import heed.topology.store.HeapState;
import heed.topology.store.RowReader;
import heed.topology.store.RowWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the records of one partition by what became of them: records in = counted + duplicate + corrected + withdrawn
 * + rejected.
 *
 * <p>Written by the partition's thread, read by any. Stored in the same transaction as the scores, so the sums hold
 * after a crash too.
 */
public final class PartitionTally implements HeapState {

    private static final byte[] KEY = "tally".getBytes(StandardCharsets.US_ASCII);
    private static final String REJECTED = "rejected.";

    private final Map<String, AtomicLong> counts = Stream.concat(
                    Stream.of(Outcome.values()).map(Outcome::name),
                    Stream.of(RejectionReason.values()).map(reason -> REJECTED + reason.name()))
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> new AtomicLong()));
    private final Map<Outcome, AtomicLong> outcomes = new EnumMap<>(Outcome.class);
    private final RowWriter row = new RowWriter();
    private boolean changed;

    /** Starts at nothing. */
    public PartitionTally() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, counts.get(outcome.name()));
        }
    }

    /** Counts one record that was not rejected. */
    public void count(Outcome outcome) {
        add(outcomes.get(outcome));
    }

    /** Counts one rejected record. */
    public void reject(RejectionReason reason) {
        add(counts.get(REJECTED + reason.name()));
    }

    /** Returns how many records met {@code outcome}. */
    public long of(Outcome outcome) {
        return outcomes.get(outcome).get();
    }

    /** Returns how many records were rejected for {@code reason}. */
    public long of(RejectionReason reason) {
        return counts.get(REJECTED + reason.name()).get();
    }

    /** Returns how many records were read: the sum of everything. */
    public long in() {
        return counts.values().stream().mapToLong(AtomicLong::get).sum();
    }

    private void add(AtomicLong count) {
        count.lazySet(count.getPlain() + 1);
        changed = true;
    }

    @Override
    public void restore(byte[] key, byte[] value) {
        RowReader reader = new RowReader().of(value);
        while (reader.hasMore()) {
            String name = reader.text();
            long count = reader.number();
            if (counts.containsKey(name)) {
                counts.get(name).set(count);
            }
        }
    }

    @Override
    public void writeChanges(ChangeWriter changelog) {
        if (changed) {
            changed = false;
            row.clear();
            counts.entrySet().stream()
                    .filter(entry -> entry.getValue().get() > 0)
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry ->
                            row.text(entry.getKey()).number(entry.getValue().get()));
            changelog.write(KEY, row.toBytes());
        }
    }
}
