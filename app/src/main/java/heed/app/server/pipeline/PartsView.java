package heed.app.server.pipeline;

import heed.monitoring.pipeline.PipelineParts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.kafka.common.utils.Utils;

/** Gathers how the parts of this instance stand, for the page of the pipeline. */
final class PartsView implements PipelineParts {

    private final RunningPipeline pipeline;
    private final RegistryContact registry;
    private final int threads;
    private final int partitions;
    private final PartitionProgress progress = new PartitionProgress();
    private final Clock clock;

    PartsView(RunningPipeline pipeline, RegistryContact registry, int threads, int partitions, Clock clock) {
        this.pipeline = pipeline;
        this.registry = registry;
        this.threads = threads;
        this.partitions = partitions;
        this.clock = clock;
    }

    @Override
    public Parts current() {
        StreamsView now = StreamsView.of(pipeline.streams());
        return new Parts(
                now.threads(),
                threads,
                pipeline.restores().now(),
                progress.note(now.input(), clock.instant()),
                registry.last(),
                pipeline.tallies().owned());
    }

    /** Kafka's default partitioner, by which every producer of the feedback topic has to go. */
    @Override
    public int partitionOf(String hospital) {
        return Utils.toPositive(Utils.murmur2(hospital.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
