package heed.monitoring.pipeline;

import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.ToldResults;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says how each part of the running pipeline stands; whoever runs it implements this. Must not block. */
public interface PipelineParts {

    /** Returns how the parts of this instance stand now. */
    Parts current();

    /** Returns the same parts as far as they may be told. */
    default PipelineParts told(Disclosure disclosure) {
        PipelineParts all = this;
        return new PipelineParts() {
            @Override
            public Parts current() {
                return all.current().told(disclosure);
            }

            @Override
            public int partitionOf(String hospital) {
                return all.partitionOf(hospital);
            }
        };
    }

    /** Returns the partition that a hospital's responses are on. */
    int partitionOf(String hospital);

    /**
     * The parts.
     *
     * @param threads how many threads process
     * @param threadsWanted how many should
     * @param restoring stores whose state is being restored, with what is left
     * @param partitions those of the feedback topic that this instance works on, by number
     * @param registry when the schema registry was last heard of
     * @param tallies what became of the records of each partition
     */
    record Parts(
            int threads,
            int threadsWanted,
            List<Restoring> restoring,
            Map<Integer, Partition> partitions,
            Registry registry,
            Map<Integer, TallySource.Tally> tallies) {

        public Parts {
            restoring = List.copyOf(restoring);
            partitions = Map.copyOf(partitions);
            tallies = Map.copyOf(tallies);
        }

        /** Returns the same as far as it may be told: what waits may be one answer, and so may what was counted. */
        public Parts told(Disclosure disclosure) {
            Map<Integer, TallySource.Tally> toldTallies = new HashMap<>();
            tallies.forEach((partition, tally) -> toldTallies.put(partition, tally.told(disclosure)));
            Map<Integer, Partition> toldPartitions = new HashMap<>();
            partitions.forEach((number, partition) -> toldPartitions.put(
                    number, new Partition(disclosure.ofRecords(partition.waiting()), partition.progressed())));
            List<Restoring> toldRestoring = restoring.stream()
                    .map(each -> new Restoring(each.store(), each.partition(), ToldResults.of(each.left(), disclosure)))
                    .toList();
            return new Parts(threads, threadsWanted, toldRestoring, toldPartitions, registry, toldTallies);
        }
    }

    /** A store of a partition whose state is being restored; {@code left} records are still to come. */
    record Restoring(String store, int partition, long left) {}

    /**
     * A partition of the feedback topic.
     *
     * @param waiting records that are not committed yet
     * @param progressed by the wall clock, when something was last seen to be committed or nothing to wait
     */
    record Partition(long waiting, Instant progressed) {}

    /**
     * When the schema registry was last heard of, by the wall clock.
     *
     * @param answered when it last answered
     * @param failed when it last failed to
     */
    record Registry(Optional<Instant> answered, Optional<Instant> failed) {

        /** Tells whether it did not answer when it was last asked. */
        public boolean isFailing() {
            return failed.isPresent() && answered.map(failed.get()::isAfter).orElse(true);
        }
    }
}
