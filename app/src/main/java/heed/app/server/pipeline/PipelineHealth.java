package heed.app.server.pipeline;

import heed.monitoring.pipeline.PipelineStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Judges whether the pipeline can be relied on.
 *
 * <p>Kafka Streams reports RUNNING also where it has no task, or does not get on. So readiness asks for active tasks,
 * and where there is input, for commits. A rebalance or restore makes it unready, never dead.
 */
public final class PipelineHealth implements PipelineStatus {

    private final Supplier<StreamsView> streams;
    private final Clock clock;
    private State state = State.STARTING;
    private Instant since;
    private Map<Integer, Long> committed = Map.of();
    private Instant progressed;
    private boolean wasBehind;

    /** Takes what tells how the streams are at the moment of asking. */
    PipelineHealth(Supplier<StreamsView> streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
        this.since = clock.instant();
        this.progressed = since;
    }

    @Override
    public synchronized Status current() {
        StreamsView now = streams.get();
        Optional<String> dead = dead(now);
        boolean stalled = dead.isEmpty() && isStalled(now);
        Optional<String> unready = dead.isPresent() ? Optional.empty() : unready(now, stalled);
        move(judged(now.state(), dead.isPresent(), stalled));
        return new Status(state, since, unready.stream().toList(), dead.stream().toList());
    }

    /** Returns how many records of the feedback topic this instance's tasks have not committed yet. */
    public long lag() {
        return streams.get().waiting();
    }

    private static Optional<String> dead(StreamsView now) {
        if (now.state() == KafkaStreams.State.ERROR || now.state() == KafkaStreams.State.NOT_RUNNING) {
            return Optional.of("the pipeline has ended (" + now.state() + ")");
        }
        return now.state() == KafkaStreams.State.RUNNING && now.threads() == 0
                ? Optional.of("no stream thread is alive")
                : Optional.empty();
    }

    private Optional<String> unready(StreamsView now, boolean stalled) {
        if (now.state() != KafkaStreams.State.RUNNING) {
            return Optional.of("the pipeline is " + now.state());
        }
        if (now.tasks() == 0) {
            return Optional.of("no partition is assigned yet");
        }
        return stalled ? Optional.of("there is input, but no commit since " + progressed) : Optional.empty();
    }

    /** Tells whether input has waited for too long, in a rebalance too: one that goes well does not take so long. */
    private boolean isStalled(StreamsView now) {
        if (now.tasks() == 0) {
            return false;
        }
        noteProgress(now);
        return now.waiting() > 0
                && Duration.between(progressed, clock.instant()).compareTo(STALLED_AFTER) > 0;
    }

    private void noteProgress(StreamsView now) {
        Map<Integer, Long> offsets = new HashMap<>();
        now.input().forEach((partition, each) -> offsets.put(partition, each.committed()));
        boolean isBehind = now.waiting() > 0;
        // Where nothing waited at the last look, what waits now has come since: however long ago that look was.
        if (!offsets.equals(committed) || !isBehind || !wasBehind) {
            committed = offsets;
            progressed = clock.instant();
        }
        wasBehind = isBehind;
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
            // That nothing gets done shows only after a while, and it was so all the while.
            since = next == State.STALLED ? progressed : clock.instant();
        }
    }
}
