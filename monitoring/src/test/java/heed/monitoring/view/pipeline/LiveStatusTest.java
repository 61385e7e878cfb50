package heed.monitoring.view.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.pipeline.PipelineStatus.State;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.reader.ReaderStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveStatusTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant WALL = Instant.parse("2030-05-05T12:00:00Z");
    private static final Snapshot FIGURES = new Snapshot("1", Map.of(), Instant.parse("2026-07-01T13:32:07Z"), WALL);

    private static LiveStatus of(State state, ReaderStatus.Phase phase, Instant contact, Snapshot snapshot) {
        var pipeline = new PipelineStatus.Status(state, WALL.minusSeconds(9), List.of(), List.of());
        return LiveStatus.of(pipeline, new ReaderStatus(phase, 0, contact, 0), snapshot, WALL, LONDON);
    }

    @Test
    void isLiveAsOfTheNewestFigureInLocalTime() {
        // When // Then
        assertThat(of(State.RUNNING, ReaderStatus.Phase.FOLLOWING, WALL, FIGURES)
                        .text())
                .isEqualTo("Live, as of 14:32:07 (1 Jul 2026)");
    }

    @Test
    void hasStoppedWhenThePipelineStalledOrStopped() {
        // When // Then
        for (State state : List.of(State.STALLED, State.STOPPED)) {
            LiveStatus status = of(state, ReaderStatus.Phase.FOLLOWING, WALL, FIGURES);
            assertThat(status.kind()).isEqualTo(LiveStatus.Kind.STOPPED);
            assertThat(status.text()).isEqualTo("Stopped: no news for 9 s, figures as of 14:32:07 (1 Jul 2026)");
        }
    }

    @Test
    void hasStoppedWhenNoBrokerAnswersForMoreThanSixSeconds() {
        // When
        var atLimit = of(State.RUNNING, ReaderStatus.Phase.FOLLOWING, WALL.minusSeconds(6), FIGURES);
        var pastLimit = of(State.RUNNING, ReaderStatus.Phase.FOLLOWING, WALL.minusMillis(6_001), FIGURES);

        // Then
        assertThat(atLimit.kind()).isEqualTo(LiveStatus.Kind.LIVE);
        assertThat(pastLimit.text()).isEqualTo("Stopped: no news for 6 s, figures as of 14:32:07 (1 Jul 2026)");
    }

    @Test
    void hasStoppedWhenTheReaderHasEnded() {
        // When // Then
        assertThat(of(State.RUNNING, ReaderStatus.Phase.ENDED, WALL, FIGURES).kind())
                .isEqualTo(LiveStatus.Kind.STOPPED);
    }

    @Test
    void startsUntilThePipelineRunsAndTheReaderHasCaughtUp() {
        // Given
        Snapshot empty = new Snapshot("0", Map.of(), null, null);

        // When // Then
        assertThat(of(State.RUNNING, ReaderStatus.Phase.CATCHING_UP, null, empty)
                        .text())
                .isEqualTo("Starting");
        assertThat(of(State.STARTING, ReaderStatus.Phase.FOLLOWING, WALL, FIGURES)
                        .text())
                .isEqualTo("Starting, figures as of 14:32:07 (1 Jul 2026)");
        assertThat(of(State.RUNNING, ReaderStatus.Phase.FOLLOWING, WALL, empty).text())
                .isEqualTo("Live, no answers yet");
    }

    @Test
    void saysWhatIsWrongWhereSomethingIs() {
        // Given
        LiveStatus live = of(State.RUNNING, ReaderStatus.Phase.FOLLOWING, WALL, FIGURES);

        // When
        LiveStatus troubled = live.because(Optional.of("The schema registry did not answer 3 s ago."));

        // Then
        assertThat(live.because(Optional.empty())).isEqualTo(live);
        assertThat(troubled.kind()).isEqualTo(LiveStatus.Kind.LIVE);
        assertThat(troubled.text())
                .isEqualTo("Live, as of 14:32:07 (1 Jul 2026). The schema registry did not answer 3 s ago.");
    }
}
