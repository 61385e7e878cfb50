package heed.bench;

import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Tells how far a contender is. */
final class InputProgress {

    private InputProgress() {}

    /** Returns how many records of the input the contender has committed. */
    static long committed(Admin admin) throws ExecutionException, InterruptedException {
        return admin
                .listConsumerGroupOffsets(PipelineSettings.GROUP)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()
                .stream()
                .filter(each -> each.getKey().topic().equals(Topics.FEEDBACK.name()))
                .mapToLong(each -> each.getValue().offset())
                .sum();
    }

    /**
     * Tells whether all that is written of a topic is committed. Offsets may be committed before what was written with
     * them: by another task, as Flink does, or as the first partition of a transaction.
     */
    static boolean isReadable(Admin admin, Topic<?> topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends =
                admin.describeTopics(List.of(topic.name())).allTopicNames().get().values().stream()
                        .flatMap(description -> description.partitions().stream())
                        .collect(Collectors.toMap(
                                each -> new TopicPartition(topic.name(), each.partition()),
                                each -> OffsetSpec.latest()));
        // What is committed first: what is written meanwhile then counts as not committed.
        long committed = end(admin, ends, IsolationLevel.READ_COMMITTED);
        return committed == end(admin, ends, IsolationLevel.READ_UNCOMMITTED);
    }

    private static long end(Admin admin, Map<TopicPartition, OffsetSpec> ends, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        return admin.listOffsets(ends, new ListOffsetsOptions(isolation)).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }
}
