package heed.app.server.pipeline;

import heed.monitoring.pipeline.PipelineParts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers when each partition was last seen to get on. A partition on which something begins to wait has got on until
 * then: it may be looked at for the first time in an hour.
 */
final class PartitionProgress {

    private final Map<Integer, Seen> seen = new HashMap<>();

    /** Where a partition stands: what is committed of it, and where it ends. */
    record Offsets(long committed, long end) {

        long waiting() {
            return Math.max(0, end - committed);
        }
    }

    private record Seen(Offsets offsets, Instant progressed) {}

    /** Takes note of where the partitions stand; one that is not among them any more is forgotten. */
    synchronized Map<Integer, PipelineParts.Partition> note(Map<Integer, Offsets> now, Instant at) {
        seen.keySet().retainAll(now.keySet());
        Map<Integer, PipelineParts.Partition> partitions = new HashMap<>();
        now.forEach((partition, offsets) -> {
            Seen next = seen.merge(partition, new Seen(offsets, at), PartitionProgress::since);
            partitions.put(partition, new PipelineParts.Partition(offsets.waiting(), next.progressed()));
        });
        return partitions;
    }

    private static Seen since(Seen before, Seen now) {
        boolean stood = before.offsets().waiting() > 0
                && before.offsets().committed() == now.offsets().committed();
        return stood ? new Seen(now.offsets(), before.progressed()) : now;
    }
}
