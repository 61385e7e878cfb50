package heed.topology.tally;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The tallies of the partitions that this process works on now, for metrics. */
public final class PipelineTallies {

    private final Map<Integer, PartitionTally> byPartition = new ConcurrentHashMap<>();

    /** Shows a partition's tally from now on. */
    public void opened(int partition, PartitionTally tally) {
        byPartition.put(partition, tally);
    }

    /** Stops showing a partition's tally: it moved elsewhere, or is about to be restored. */
    public void closed(int partition, PartitionTally tally) {
        byPartition.remove(partition, tally);
    }

    /** Returns the tallies by partition. */
    public SortedMap<Integer, PartitionTally> byPartition() {
        return new TreeMap<>(byPartition);
    }
}
