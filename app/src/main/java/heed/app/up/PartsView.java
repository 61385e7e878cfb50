package heed.app.up;

import heed.monitoring.PipelineParts;
import heed.monitoring.TallySource;
import heed.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;

/** Gathers how the parts of this instance stand, for the page of the pipeline. */
final class PartsView implements PipelineParts {

    private final Pipeline pipeline;
    private final TallySource tallies;
    private final RegistryContact registry;
    private final int threads;
    private final int partitions;
    private final PartitionProgress progress = new PartitionProgress();
    private final Clock clock;

    PartsView(
            Pipeline pipeline,
            TallySource tallies,
            RegistryContact registry,
            int threads,
            int partitions,
            Clock clock) {
        this.pipeline = pipeline;
        this.tallies = tallies;
        this.registry = registry;
        this.threads = threads;
        this.partitions = partitions;
        this.clock = clock;
    }

    @Override
    public Parts current() {
        KafkaStreams streams = pipeline.streams();
        Set<ThreadMetadata> alive =
                streams.state().isRunningOrRebalancing() ? streams.metadataForLocalThreads() : Set.of();
        return new Parts(
                alive.size(),
                threads,
                pipeline.restores().now(),
                progress.note(offsets(alive), clock.instant()),
                registry.last(),
                tallies.owned());
    }

    private static Map<Integer, PartitionProgress.Offsets> offsets(Set<ThreadMetadata> alive) {
        Map<Integer, PartitionProgress.Offsets> offsets = new HashMap<>();
        for (ThreadMetadata thread : alive) {
            for (TaskMetadata task : thread.activeTasks()) {
                for (TopicPartition partition : task.topicPartitions()) {
                    if (partition.topic().equals(Topics.FEEDBACK.name())) {
                        offsets.put(
                                partition.partition(),
                                new PartitionProgress.Offsets(
                                        Math.max(0, task.committedOffsets().getOrDefault(partition, 0L)),
                                        task.endOffsets().getOrDefault(partition, 0L)));
                    }
                }
            }
        }
        return offsets;
    }

    /** Kafka's default partitioner, by which every producer of the feedback topic has to go. */
    @Override
    public int partitionOf(String hospital) {
        return Utils.toPositive(Utils.murmur2(hospital.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
