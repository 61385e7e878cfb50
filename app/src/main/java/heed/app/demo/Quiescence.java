package heed.app.demo;

import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Waits until the pipeline has committed its work on everything that was sent. */
final class Quiescence {

    private static final long LOOK_EVERY_MS = 100;

    private final Admin admin;
    private final String applicationId;
    private final Clock clock;

    Quiescence(Admin admin, String applicationId, Clock clock) {
        this.admin = admin;
        this.applicationId = applicationId;
        this.clock = clock;
    }

    /** Returns how many records were processed. */
    long await(Duration within) throws InterruptedException {
        Instant deadline = clock.instant().plus(within);
        while (true) {
            try {
                Map<TopicPartition, Long> ends = ends();
                Map<TopicPartition, Long> committed = committed();
                long behind = ends.entrySet().stream()
                        .mapToLong(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L))
                        .sum();
                if (behind == 0) {
                    return ends.values().stream().mapToLong(Long::longValue).sum();
                }
                if (clock.instant().isAfter(deadline)) {
                    throw new IllegalStateException("the pipeline is still " + behind + " responses behind after "
                            + within.toSeconds() + " s; its log says more");
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("Kafka does not say how far the pipeline is", e.getCause());
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        String topic = Topics.FEEDBACK.name();
        int partitions = Objects.requireNonNull(
                        admin.describeTopics(List.of(topic))
                                .allTopicNames()
                                .get()
                                .get(topic),
                        "what is asked for is described")
                .partitions()
                .size();
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> offsets =
                admin.listOffsets(latest).all().get();
        return offsets.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, offset -> offset.getValue()
                .offset()));
    }

    private Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get();
        return offsets.entrySet().stream()
                .filter(offset -> offset.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }
}
