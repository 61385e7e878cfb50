package heed.monitoring.view.pipeline;

import static heed.monitoring.SimulatedPipeline.WALL;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.pipeline.PipelineStatus.State;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.reader.ReaderStatus;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveStatusTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Snapshot FIGURES = figures();
    private static final Snapshot EMPTY = new ReadModel(Clock.systemUTC(), Simulated.STAFF).snapshot();

    private final SimulatedPipeline pipeline = new SimulatedPipeline();

    private static Snapshot figures() {
        ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
        Simulated.scores(model);
        return model.snapshot();
    }

    private LiveStatus status(Snapshot snapshot) {
        return pipeline.sources().live(snapshot, LONDON);
    }

    @Test
    void isLiveAsOfTheNewestFigureInLocalTime() {
        // When // Then
        assertThat(status(FIGURES).text()).isEqualTo("Live, as of 14:32:07 (1 Mar 2026)");
        assertThat(status(EMPTY).text()).isEqualTo("Live, no answers yet");
    }

    @Test
    void hasStoppedWhenThePipelineStalledOrStopped() {
        // When
        List<LiveStatus> stopped = List.of(
                new SimulatedPipeline().in(State.STALLED, 9).sources().live(FIGURES, LONDON),
                new SimulatedPipeline().in(State.STOPPED, 9).sources().live(FIGURES, LONDON));

        // Then
        assertThat(stopped).allSatisfy(status -> {
            assertThat(status.kind()).isEqualTo(LiveStatus.Kind.STOPPED);
            assertThat(status.text()).startsWith("Stopped: no news for 9 s, figures as of 14:32:07 (1 Mar 2026)");
        });
    }

    @Test
    void neverSaysThatThereIsNoNewsForNoTime() {
        // When
        LiveStatus atOnce =
                new SimulatedPipeline().in(State.STOPPED, 0).sources().live(FIGURES, LONDON);
        LiveStatus afterASecond =
                new SimulatedPipeline().in(State.STOPPED, 1).sources().live(FIGURES, LONDON);

        // Then
        assertThat(atOnce.text()).startsWith("Stopped just now, figures as of");
        assertThat(afterASecond.text()).startsWith("Stopped: no news for 1 s, figures as of");
    }

    @Test
    void hasStoppedWhenNoBrokerAnswersForMoreThanSixSeconds() {
        // When
        LiveStatus atLimit = pipeline.reading(ReaderStatus.Phase.FOLLOWING, WALL.minusSeconds(6))
                .sources()
                .live(FIGURES, LONDON);
        LiveStatus pastLimit = pipeline.reading(ReaderStatus.Phase.FOLLOWING, WALL.minusMillis(6_001))
                .sources()
                .live(FIGURES, LONDON);

        // Then
        assertThat(atLimit.kind()).isEqualTo(LiveStatus.Kind.LIVE);
        assertThat(pastLimit.text())
                .isEqualTo("Stopped: no news for 6 s, figures as of 14:32:07 (1 Mar 2026). No broker has answered for"
                        + " 6 s: nothing can be read or written.");
    }

    @Test
    void hasStoppedWhenTheReaderHasEnded() {
        // When
        LiveStatus ended =
                pipeline.reading(ReaderStatus.Phase.ENDED, WALL).sources().live(FIGURES, LONDON);

        // Then
        assertThat(ended.kind()).isEqualTo(LiveStatus.Kind.STOPPED);
    }

    @Test
    void startsUntilThePipelineRunsAndTheReaderHasCaughtUp() {
        // When
        LiveStatus reading = new SimulatedPipeline()
                .reading(ReaderStatus.Phase.CATCHING_UP, null)
                .sources()
                .live(EMPTY, LONDON);
        LiveStatus starting =
                new SimulatedPipeline().in(State.STARTING, 3).sources().live(FIGURES, LONDON);

        // Then
        assertThat(reading.text())
                .isEqualTo("Starting. The pages still read what is there; their figures are not complete yet.");
        assertThat(starting.text())
                .isEqualTo("Starting, figures as of 14:32:07 (1 Mar 2026). What hospitals send waits until it has"
                        + " started.");
    }

    @Test
    void isLiveOnlyInPartWhileWhatSomeHospitalsSendIsNotWorkedOnAndTellsStaffOfHospitals() {
        // Given
        pipeline.stuckFor("SIM-C", 34);

        // When
        LiveStatus status = status(FIGURES);

        // Then
        assertThat(status.kind()).isEqualTo(LiveStatus.Kind.PARTLY);
        assertThat(status.text())
                .isEqualTo("Partly live: of 2 of 10 hospitals nothing is known for 34 s, figures as of 14:32:07 (1 Mar"
                        + " 2026)");
        assertThat(status.version(FIGURES)).isNotEqualTo(FIGURES.version());
        assertThat(status(EMPTY).text()).isEqualTo("Partly live: some of what comes in is not worked on");
    }

    @Test
    void isLiveAsLongAsNothingWaitsLongerThanItMay() {
        // When
        LiveStatus patient = pipeline.stuckFor("SIM-C", 7).sources().live(FIGURES, LONDON);

        // Then
        assertThat(patient.kind()).isEqualTo(LiveStatus.Kind.LIVE);
        assertThat(patient.version(FIGURES)).isEqualTo(FIGURES.version());
    }
}
