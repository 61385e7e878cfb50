package heed.monitoring;

import heed.monitoring.pipeline.PipelineParts;
import heed.monitoring.pipeline.TallySource;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parts of a pipeline that a test breaks one by one; all is well with those that it leaves alone. */
public final class SimulatedParts implements PipelineParts {

    private final Map<Integer, Partition> partitions = new HashMap<>();
    private final Map<Integer, TallySource.Tally> tallies = new HashMap<>();
    private List<Restoring> restoring = List.of();
    private Registry registry = new Registry(Optional.of(Instant.now()), Optional.empty());
    private int threads = 2;

    public SimulatedParts() {
        for (int partition = 0; partition < 4; partition++) {
            partitions.put(partition, new Partition(0, Instant.now()));
        }
        tallies.put(0, new TallySource.Tally(1_212, 1_200, 4, 3, 2, 1, Map.of("bad_unit", 2L)));
        tallies.put(1, new TallySource.Tally(803, 790, 4, 2, 2, 1, Map.of("too_late", 3L, "bad_unit", 1L)));
    }

    public SimulatedParts waiting(int partition, long records, Instant progressed) {
        partitions.put(partition, new Partition(records, progressed));
        return this;
    }

    public SimulatedParts without(int partition) {
        partitions.remove(partition);
        return this;
    }

    public SimulatedParts tally(int partition, TallySource.Tally tally) {
        tallies.put(partition, tally);
        return this;
    }

    public SimulatedParts restoring(Restoring... stores) {
        restoring = List.of(stores);
        return this;
    }

    public SimulatedParts registry(Instant answered, Instant failed) {
        registry = new Registry(Optional.ofNullable(answered), Optional.ofNullable(failed));
        return this;
    }

    public SimulatedParts threads(int alive) {
        threads = alive;
        return this;
    }

    @Override
    public Parts current() {
        return new Parts(threads, 2, restoring, partitions, registry, tallies);
    }

    @Override
    public int partitionOf(String hospital) {
        return hospital.charAt(hospital.length() - 1) % 4;
    }
}
