package heed.bench;

import heed.schemas.topic.Topics;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * What a broker holds of all topics but the input.
 *
 * @param records offsets given out, those of marks of transactions among them
 * @param bytes on disk, as compressed
 */
record TopicSizes(long records, long bytes) {

    static TopicSizes now(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
                .filter(topic -> !topic.equals(Topics.FEEDBACK.name()))
                .collect(Collectors.toSet());
        Map<TopicPartition, OffsetSpec> partitions =
                admin.describeTopics(topics).allTopicNames().get().values().stream()
                        .flatMap(TopicSizes::partitions)
                        .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
        long records = admin.listOffsets(partitions).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
        Set<Integer> brokers = admin.describeCluster().nodes().get().stream()
                .map(node -> node.id())
                .collect(Collectors.toSet());
        long bytes = admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                .flatMap(directories -> directories.values().stream())
                .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                .filter(replica -> topics.contains(replica.getKey().topic()))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
        return new TopicSizes(records, bytes);
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(each -> new TopicPartition(topic.name(), each.partition()));
    }
}
