package heed.topology.watch;

import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.watch.ActsFixture.ACT;
import static heed.topology.watch.ActsFixture.anAct;
import static heed.topology.watch.ActsFixture.day;
import static heed.topology.watch.ActsFixture.days;
import static heed.topology.watch.ActsFixture.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import heed.schemas.Baseline;
import heed.schemas.BaselineState;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.topology.TopologyFixture;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an act changes where a rise is open. */
class ActsOnRisesTest {

    private final TopologyFixture pipeline = new TopologyFixture();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void closesARise() {
        // Given
        days(pipeline, 0, 60, 14);
        days(pipeline, 60, 100, 19);
        Rise open = pipeline.rises().get(0);

        // When
        pipeline.act(anAct("a", open.getRiseId()));
        good(pipeline, ACT.plusMillis(60_000));

        // Then
        assertThat(pipeline.rises())
                .extracting(Rise::getState, Rise::getRiseId, Rise::getEndedAt)
                .containsExactly(tuple(RiseState.REBASELINED, open.getRiseId(), ACT));
        assertThat(pipeline.drops()).isEmpty();
    }

    @Test
    void learnsFromNothingOfADropThatHasEasedThoughARiseIsOpenBesideIt() {
        // Given
        days(pipeline, 0, 45, 10);
        days(pipeline, 45, 51, 17);
        fortyPoorAnswersOn(51);
        days(pipeline, 52, 54, 11);
        Drop eased = last(pipeline.drops());
        Rise risen = last(pipeline.rises());
        pipeline.baselines();
        pipeline.act(anAct("a", eased.getDropId()));

        // When
        good(pipeline, ACT.plusMillis(60_000));

        // Then
        assertThat(eased.getState()).isEqualTo(DropState.OPEN);
        assertThat(eased.getEasedAt()).isNotNull();
        assertThat(risen.getState()).isEqualTo(RiseState.OPEN);
        assertThat(pipeline.drops()).extracting(Drop::getPhase).containsExactly(DropPhase.REBASELINED);
        assertThat(pipeline.rises()).extracting(Rise::getState).containsExactly(RiseState.REBASELINED);
        assertThat(pipeline.baselines().get(0))
                .extracting(Baseline::getState, Baseline::getN)
                .containsExactly(BaselineState.LEARNING, 0L);
    }

    private void fortyPoorAnswersOn(int day) {
        for (int i = 0; i < 40; i++) {
            pipeline.receive(aResponse("p" + day + "-" + i)
                    .given(day(day).plusSeconds(i * 600L))
                    .rated("poor"));
        }
    }

    private static <T> T last(List<T> said) {
        return said.get(said.size() - 1);
    }
}
