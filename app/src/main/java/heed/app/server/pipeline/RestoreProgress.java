package heed.app.server.pipeline;

import heed.monitoring.pipeline.PipelineParts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Follows how much state is left to restore, by store and partition; written by restoring threads, read by any. */
final class RestoreProgress implements StateRestoreListener {

    private record Place(String store, int partition) {}

    private final Map<Place, Long> left = new ConcurrentHashMap<>();

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long first, long end) {
        left.put(new Place(store, changelog.partition()), Math.max(0, end - first));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long restored) {
        left.computeIfPresent(
                new Place(store, changelog.partition()), (place, before) -> Math.max(0, before - restored));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long restored) {
        left.remove(new Place(store, changelog.partition()));
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long restored) {
        left.remove(new Place(store, changelog.partition()));
    }

    /** Returns what is being restored now. */
    List<PipelineParts.Restoring> now() {
        return left.entrySet().stream()
                .map(each -> new PipelineParts.Restoring(
                        each.getKey().store(), each.getKey().partition(), each.getValue()))
                .sorted(Comparator.comparing(PipelineParts.Restoring::store)
                        .thenComparing(PipelineParts.Restoring::partition))
                .toList();
    }
}
