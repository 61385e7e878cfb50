package heed.topology.watch;

import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.watch.ActsFixture.ACT;
import static heed.topology.watch.ActsFixture.MEASURE;
import static heed.topology.watch.ActsFixture.aFall;
import static heed.topology.watch.ActsFixture.action;
import static heed.topology.watch.ActsFixture.anAct;
import static heed.topology.watch.ActsFixture.day;
import static heed.topology.watch.ActsFixture.days;
import static heed.topology.watch.ActsFixture.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import heed.schemas.ActionKind;
import heed.schemas.Baseline;
import heed.schemas.BaselineState;
import heed.schemas.Channel;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.topology.TopologyFixture;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an act changes, and from which response on. */
class ActsThroughPipelineTest {

    private final TopologyFixture pipeline = new TopologyFixture();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void takesEffectWithTheFirstResponseThatArrivesAMinuteAfterTheAct() {
        // Given
        days(pipeline, 0, 60, 18);
        days(pipeline, 60, 100, 14);
        Drop open = pipeline.drops().get(0);
        pipeline.baselines();
        pipeline.act(anAct("a", open.getDropId()));

        // When
        good(pipeline, ACT.plusMillis(59_999));
        List<Drop> before = pipeline.drops();
        good(pipeline, ACT.plusMillis(60_000));
        List<Drop> after = pipeline.drops();
        List<Baseline> usual = pipeline.baselines();

        // Then
        assertThat(before).isEmpty();
        assertThat(after)
                .extracting(Drop::getPhase, Drop::getState, Drop::getRecoveredAt, Drop::getAsOf)
                .containsExactly(tuple(DropPhase.REBASELINED, DropState.RECOVERED, ACT, ACT.plusMillis(60_000)));
        assertThat(after.get(0).getSentenceEn()).contains("because a member of staff decided so");
        assertThat(usual).singleElement().satisfies(said -> {
            assertThat(said.getState()).isEqualTo(BaselineState.WATCHED);
            assertThat(said.getSince()).isEqualTo(ACT);
            assertThat(said.getUsual().getScore()).isBetween(.65, .75);
        });
    }

    @Test
    void whereNothingIsOpenTheMeasureIsSaidToLearnFromNothingAgain() {
        // Given
        days(pipeline, 0, 100, 18);
        List<Baseline> before = pipeline.baselines();
        pipeline.act(anAct("a", null));

        // When
        good(pipeline, ACT.plusMillis(60_000));
        List<Baseline> after = pipeline.baselines();

        // Then
        assertThat(before.get(before.size() - 1).getState()).isEqualTo(BaselineState.WATCHED);
        assertThat(after)
                .extracting(
                        Baseline::getState,
                        Baseline::getSince,
                        Baseline::getN,
                        Baseline::getDays,
                        Baseline::getUsual,
                        Baseline::getEvidence,
                        Baseline::getAsOf)
                .containsExactly(tuple(BaselineState.LEARNING, ACT, 0L, 0, null, 0.0, ACT.plusMillis(60_000)));
        assertThat(pipeline.drops()).isEmpty();
    }

    @Test
    void waitsForAResponseOfTheHospitalsOwnAndNotForAPublishedFigure() {
        // Given
        days(pipeline, 0, 100, 18);
        pipeline.baselines();
        pipeline.act(anAct("a", null));

        // When
        pipeline.receive(aResponse("published")
                .given(day(99).plusSeconds(20_000))
                .arrived(ACT.plusMillis(60_000))
                .by(Channel.PUBLISHED)
                .rated("good"));
        List<Baseline> before = pipeline.baselines();
        good(pipeline, ACT.plusMillis(60_001));

        // Then
        assertThat(before).isEmpty();
        assertThat(pipeline.baselines()).extracting(Baseline::getState).containsExactly(BaselineState.LEARNING);
    }

    @Test
    void anActAboutWhatIsNotOpenAnyMoreChangesNothing() {
        // Given
        aFall(pipeline);

        // When
        pipeline.act(anAct("a", "another drop"));
        good(pipeline, ACT.plusMillis(60_000));

        // Then
        assertThat(pipeline.drops()).isEmpty();
        assertThat(pipeline.rejected()).isEmpty();
    }

    @Test
    void waitsForAResponseOfItsOwnHospital() {
        // Given
        aFall(pipeline);
        pipeline.act(anAct("a", null));

        // When
        pipeline.receive(aResponse("other").at("H2").given(ACT.plusSeconds(90)).rated("good"));

        // Then
        assertThat(pipeline.drops()).isEmpty();
    }

    @Test
    void otherActsChangeNoVerdict() {
        // Given
        aFall(pipeline);

        // When
        pipeline.act(action("a", ActionKind.ACKNOWLEDGED, "H1", null, MEASURE, null))
                .act(action("b", ActionKind.NOTED, "H1", null, null, null));
        good(pipeline, ACT.plusSeconds(90));

        // Then
        assertThat(pipeline.drops()).isEmpty();
        assertThat(pipeline.rejected()).isEmpty();
    }
}
