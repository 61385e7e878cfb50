package heed.app.up;

import heed.monitoring.PipelineStatus;
import heed.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;

/**
 * Judges whether the pipeline can be relied on.
 *
 * <p>Kafka Streams reports RUNNING also where it has no task, or does not get on. So readiness asks for active tasks, and
 * where there is input, for commits. A rebalance or restore makes it unready, never dead.
 */
final class PipelineHealth implements PipelineStatus {

    private static final Duration STALL = Duration.ofSeconds(7);

    private final KafkaStreams streams;
    private final Clock clock;
    private final Instant began;
    private State state = State.STARTING;
    private Instant since;
    private Map<TopicPartition, Long> committed = Map.of();
    private Instant progressed;
    private boolean wasBehind;

    PipelineHealth(KafkaStreams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
        this.began = clock.instant();
        this.since = began;
        this.progressed = began;
    }

    @Override
    public synchronized Status current() {
        KafkaStreams.State now = streams.state();
        Set<ThreadMetadata> threads = now.isRunningOrRebalancing() ? streams.metadataForLocalThreads() : Set.of();
        Optional<String> dead = dead(now, threads);
        Optional<String> unready = dead.isPresent() ? Optional.empty() : unready(now, threads);
        move(judged(now, dead.isPresent(), unready.isPresent() && isBehind(tasks(threads))));
        return new Status(state, since, unready.stream().toList(), dead.stream().toList());
    }

    /** Returns how many records of the feedback topic this instance's tasks have not committed yet. */
    long lag() {
        Set<ThreadMetadata> threads =
                streams.state().isRunningOrRebalancing() ? streams.metadataForLocalThreads() : Set.of();
        return tasks(threads).stream()
                .flatMap(task -> task.endOffsets().entrySet().stream()
                        .filter(end -> isInput(end.getKey()))
                        .map(end -> Math.max(0, end.getValue() - committed(task, end.getKey()))))
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long committed(TaskMetadata task, TopicPartition partition) {
        return Math.max(0, task.committedOffsets().getOrDefault(partition, 0L));
    }

    private Optional<String> dead(KafkaStreams.State now, Set<ThreadMetadata> threads) {
        if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            return Optional.of("the pipeline has ended (" + now + ")");
        }
        return now == KafkaStreams.State.RUNNING && threads.isEmpty()
                ? Optional.of("no stream thread is alive")
                : Optional.empty();
    }

    private Optional<String> unready(KafkaStreams.State now, Set<ThreadMetadata> threads) {
        if (now != KafkaStreams.State.RUNNING) {
            return Optional.of("the pipeline is " + now);
        }
        List<TaskMetadata> tasks = tasks(threads);
        if (tasks.isEmpty()) {
            return Optional.of("no partition is assigned yet");
        }
        noteProgress(tasks);
        return isBehind(tasks) && Duration.between(progressed, clock.instant()).compareTo(STALL) > 0
                ? Optional.of("there is input, but no commit since " + progressed)
                : Optional.empty();
    }

    private void noteProgress(List<TaskMetadata> tasks) {
        Map<TopicPartition, Long> offsets = tasks.stream()
                .flatMap(task -> task.committedOffsets().entrySet().stream())
                .filter(offset -> isInput(offset.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::max));
        boolean isBehind = isBehind(tasks);
        // Where nothing waited at the last look, what waits now has come since: however long ago that look was.
        if (!offsets.equals(committed) || !isBehind || !wasBehind) {
            committed = offsets;
            progressed = clock.instant();
        }
        wasBehind = isBehind;
    }

    private static boolean isBehind(List<TaskMetadata> tasks) {
        return tasks.stream().anyMatch(task -> task.endOffsets().entrySet().stream()
                .anyMatch(end -> isInput(end.getKey()) && end.getValue() > committed(task, end.getKey())));
    }

    private static boolean isInput(TopicPartition partition) {
        return partition.topic().equals(Topics.FEEDBACK.name());
    }

    private static List<TaskMetadata> tasks(Set<ThreadMetadata> threads) {
        return threads.stream().flatMap(thread -> thread.activeTasks().stream()).toList();
    }

    private static State judged(KafkaStreams.State now, boolean dead, boolean stalled) {
        if (dead || now == KafkaStreams.State.PENDING_SHUTDOWN || now == KafkaStreams.State.PENDING_ERROR) {
            return State.STOPPED;
        }
        if (stalled) {
            return State.STALLED;
        }
        return now == KafkaStreams.State.RUNNING ? State.RUNNING : State.STARTING;
    }

    private void move(State next) {
        if (next != state) {
            state = next;
            since = clock.instant();
        }
    }
}
