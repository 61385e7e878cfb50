package heed.app.server.pipeline;

import heed.schemas.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;

/**
 * What Kafka Streams says of itself at one moment.
 *
 * @param threads how many stream threads are alive
 * @param tasks how many active tasks they have
 * @param input where the partitions of the feedback topic stand that this instance has, by number
 */
record StreamsView(KafkaStreams.State state, int threads, int tasks, Map<Integer, PartitionProgress.Offsets> input) {

    static StreamsView of(KafkaStreams streams) {
        KafkaStreams.State state = streams.state();
        Set<ThreadMetadata> threads = state.isRunningOrRebalancing() ? streams.metadataForLocalThreads() : Set.of();
        List<TaskMetadata> tasks = threads.stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .toList();
        Map<Integer, PartitionProgress.Offsets> input = new HashMap<>();
        for (TaskMetadata task : tasks) {
            for (TopicPartition partition : task.topicPartitions()) {
                if (partition.topic().equals(Topics.FEEDBACK.name())) {
                    input.put(partition.partition(), offsets(task, partition));
                }
            }
        }
        return new StreamsView(state, threads.size(), tasks.size(), Map.copyOf(input));
    }

    private static PartitionProgress.Offsets offsets(TaskMetadata task, TopicPartition partition) {
        return new PartitionProgress.Offsets(
                Math.max(0, task.committedOffsets().getOrDefault(partition, 0L)),
                task.endOffsets().getOrDefault(partition, 0L));
    }

    /** Returns how many records of the feedback topic are not committed yet. */
    long waiting() {
        return input.values().stream()
                .mapToLong(PartitionProgress.Offsets::waiting)
                .sum();
    }
}
