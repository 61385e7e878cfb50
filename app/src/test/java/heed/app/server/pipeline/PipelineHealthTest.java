package heed.app.server.pipeline;

import static heed.app.server.pipeline.SetClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import heed.app.server.pipeline.PartitionProgress.Offsets;
import heed.monitoring.pipeline.PipelineStatus.State;
import heed.monitoring.pipeline.PipelineStatus.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PipelineHealthTest {

    private static final Duration SEVEN_SECONDS = Duration.ofSeconds(7);

    private final SetClock clock = new SetClock();
    private StreamsView streams = new StreamsView(KafkaStreams.State.CREATED, 0, 0, Map.of());
    private final PipelineHealth health = new PipelineHealth(() -> streams, clock);

    /** Looks at two threads with a task each, that of the feedback topic's partition 0 standing so. */
    private Status running(long committed, long end) {
        return look(KafkaStreams.State.RUNNING, committed, end);
    }

    private Status look(KafkaStreams.State state, long committed, long end) {
        streams = new StreamsView(state, 2, 2, Map.of(0, new Offsets(committed, end)));
        return health.current();
    }

    @Test
    void isReadyAsLongAsCommitsFollowInput() {
        // When
        List<Status> seen = new ArrayList<>();
        for (long committed = 0; committed < 5; committed++) {
            seen.add(running(committed, 100));
            clock.pass(SEVEN_SECONDS);
        }

        // Then
        assertThat(seen).containsOnly(Status.running(NOON));
    }

    @Test
    void isStalledOnceInputHasWaitedForMoreThanSevenSecondsAndReadyAgainWithTheNextCommit() {
        // Given
        running(5, 8);

        // When
        clock.pass(SEVEN_SECONDS);
        Status atLimit = running(5, 8);
        clock.pass(Duration.ofMillis(1));
        Status pastLimit = running(5, 9);
        clock.pass(Duration.ofSeconds(1));
        Status committed = running(6, 9);

        // Then
        assertThat(atLimit.ready()).isTrue();
        assertThat(pastLimit)
                .isEqualTo(new Status(
                        State.STALLED,
                        NOON,
                        List.of("there is input, but no commit since 2030-01-01T12:00:00Z"),
                        List.of()));
        assertThat(committed).isEqualTo(Status.running(NOON.plusMillis(8_001)));
    }

    @Test
    void takesWhatHasJustComeForNoStallHoweverLongNobodyLooked() {
        // Given
        running(5, 5);

        // When
        clock.pass(Duration.ofHours(1));
        Status justCome = running(5, 6);
        clock.pass(SEVEN_SECONDS);
        Status waitsAtLimit = running(5, 6);
        clock.pass(Duration.ofMillis(1));
        Status waitsPastLimit = running(5, 6);

        // Then
        assertThat(justCome.ready()).isTrue();
        assertThat(waitsAtLimit.ready()).isTrue();
        assertThat(waitsPastLimit.state()).isEqualTo(State.STALLED);
        assertThat(waitsPastLimit.reason()).isEqualTo("there is input, but no commit since 2030-01-01T13:00:00Z");
    }

    @Test
    void isNeverStalledWithoutInput() {
        // Given
        running(5, 5);

        // When
        clock.pass(Duration.ofDays(1));

        // Then
        assertThat(running(5, 5).ready()).isTrue();
    }

    @Test
    void isStartingAndNotStalledInARebalanceUnderLoadThatDoesNotLast() {
        // Given
        running(5, 8);

        // When
        clock.pass(SEVEN_SECONDS);
        Status brief = look(KafkaStreams.State.REBALANCING, 5, 8);
        clock.pass(Duration.ofMillis(1));
        Status lasting = look(KafkaStreams.State.REBALANCING, 5, 8);

        // Then
        assertThat(brief.state()).isEqualTo(State.STARTING);
        assertThat(brief.reason()).isEqualTo("the pipeline is REBALANCING");
        assertThat(brief.live()).isTrue();
        assertThat(lasting.state()).isEqualTo(State.STALLED);
        assertThat(lasting.ready()).isFalse();
        assertThat(lasting.live()).isTrue();
    }

    @Test
    void isNotReadyWithoutAPartition() {
        // When
        streams = new StreamsView(KafkaStreams.State.RUNNING, 2, 0, Map.of());
        Status status = health.current();

        // Then
        assertThat(status.live()).isTrue();
        assertThat(status.ready()).isFalse();
        assertThat(status.reason()).isEqualTo("no partition is assigned yet");
    }

    @ParameterizedTest
    @EnumSource(
            value = KafkaStreams.State.class,
            names = {"ERROR", "NOT_RUNNING"})
    void isDeadOnceTheStreamsHaveEnded(KafkaStreams.State ended) {
        // When
        Status status = look(ended, 5, 8);

        // Then
        assertThat(status.state()).isEqualTo(State.STOPPED);
        assertThat(status.dead()).containsExactly("the pipeline has ended (" + ended + ")");
    }

    @Test
    void isDeadWhereNoThreadIsLeft() {
        // When
        streams = new StreamsView(KafkaStreams.State.RUNNING, 0, 0, Map.of());
        Status status = health.current();

        // Then
        assertThat(status.state()).isEqualTo(State.STOPPED);
        assertThat(status.dead()).containsExactly("no stream thread is alive");
    }

    @ParameterizedTest
    @EnumSource(
            value = KafkaStreams.State.class,
            names = {"ERROR", "NOT_RUNNING"},
            mode = Mode.EXCLUDE)
    void isAliveInEveryOtherState(KafkaStreams.State other) {
        // When
        Status status = look(other, 5, 5);

        // Then
        assertThat(status.live()).isTrue();
        assertThat(status.ready()).isEqualTo(other == KafkaStreams.State.RUNNING);
    }

    @Test
    void countsWhatWaitsOnAllPartitions() {
        // Given
        streams = new StreamsView(
                KafkaStreams.State.RUNNING,
                2,
                2,
                Map.of(0, new Offsets(5, 8), 1, new Offsets(0, 40), 2, new Offsets(7, -1)));

        // When // Then
        assertThat(health.lag()).isEqualTo(43);
    }
}
