package heed.app.demo;

import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until the pipeline has committed its work on everything that was sent, and readers see it. Kafka makes known to
 * the group what was committed, and to the readers of each topic, by marks of their own: one may come before another.
 */
final class Quiescence {

    private static final long LOOK_EVERY_MS = 100;
    private static final List<Topic<?>> RESULTS = List.of(Topics.SCORES, Topics.DROPS, Topics.REJECTED);

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
        try {
            Map<TopicPartition, Long> sent = ends(List.of(Topics.FEEDBACK), IsolationLevel.READ_UNCOMMITTED);
            reach(sent, this::committed, deadline, "has yet to work off %d responses");
            Map<TopicPartition, Long> written = ends(RESULTS, IsolationLevel.READ_UNCOMMITTED);
            reach(written, () -> ends(RESULTS, IsolationLevel.READ_COMMITTED), deadline, "has yet to commit %d rows");
            return sent.values().stream().mapToLong(Long::longValue).sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say how far the pipeline is", e.getCause());
        }
    }

    /** Asks how far something has come. */
    @FunctionalInterface
    private interface Reached {

        Map<TopicPartition, Long> ask() throws ExecutionException, InterruptedException;
    }

    private void reach(Map<TopicPartition, Long> ends, Reached reached, Instant deadline, String left)
            throws ExecutionException, InterruptedException {
        while (true) {
            Map<TopicPartition, Long> come = reached.ask();
            long behind = ends.entrySet().stream()
                    .mapToLong(end -> Math.max(0, end.getValue() - come.getOrDefault(end.getKey(), 0L)))
                    .sum();
            if (behind == 0) {
                return;
            }
            if (clock.instant().isAfter(deadline)) {
                throw new IllegalStateException(
                        "the pipeline " + left.formatted(behind) + " and takes too long; its log says more");
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private Map<TopicPartition, Long> ends(List<Topic<?>> topics, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        admin.describeTopics(topics.stream().map(Topic::name).toList())
                .allTopicNames()
                .get()
                .forEach((topic, about) -> about.partitions()
                        .forEach(each -> latest.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest())));
        return admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
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
