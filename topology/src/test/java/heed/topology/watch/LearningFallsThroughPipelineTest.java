package heed.topology.watch;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Baseline;
import heed.schemas.BaselineState;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.DropTurn;
import heed.topology.TopologyFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LearningFallsThroughPipelineTest {

    private final TopologyFixture pipeline = new TopologyFixture();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void saysOnceThatTheLearningDaysHaveAFallOfTheirOwnAndThatTheLineIsWatched() {
        // Given
        days(0, 14, 45);

        // When
        days(14, 31, 40);

        // Then
        Drop drop = onlyOne(pipeline.drops());
        List<Baseline> baselines = pipeline.baselines();
        assertThat(drop.getPhase()).isEqualTo(DropPhase.FOUND_IN_LEARNING);
        assertThat(drop.getState()).isEqualTo(DropState.OPEN);
        assertThat(drop.getTurns()).extracting(DropTurn::getPhase).containsExactly(DropPhase.FOUND_IN_LEARNING);
        assertThat(drop.getOpenedAt()).isEqualTo(day(30));
        assertThat(drop.getBaseline()).isBetween(.89, .91);
        assertThat(drop.getScore()).isBetween(.79, .81);
        assertThat(drop.getSentenceEn()).contains("learning");
        assertThat(baselines.get(baselines.size() - 1).getState()).isEqualTo(BaselineState.WATCHED);
    }

    @Test
    void saysNothingWhereTheLearningDaysAreAlike() {
        // When
        days(0, 31, 42);

        // Then
        assertThat(pipeline.drops()).isEmpty();
    }

    /** By what is usual at the alarm the score would be back: that was learned of a score that sank. */
    @Test
    void keepsADropOpenUntilTheScoreIsWhatItWasWhenLearningEnded() {
        // Given
        days(0, 40, 45);
        days(40, 100, 44);
        days(100, 160, 43);
        days(160, 180, 35);

        // When
        days(180, 280, 43);

        // Then
        List<Drop> said = pipeline.drops();
        Drop drop = said.get(said.size() - 1);
        assertThat(drop.getState()).isEqualTo(DropState.OPEN);
        assertThat(drop.getEasedAt()).isNotNull();
    }

    private void days(int first, int end, int good) {
        for (int day = first; day < end; day++) {
            for (int i = 0; i < 50; i++) {
                pipeline.receive(aResponse("d" + day + "-" + i)
                        .given(day(day).plusSeconds(i * 60L))
                        .rated(i < good + day % 3 - 1 ? "good" : "poor"));
            }
        }
    }

    private static <T> T onlyOne(List<T> said) {
        assertThat(said).hasSize(1);
        return said.get(0);
    }

    private static Instant day(int day) {
        return NOON.plus(Duration.ofDays(day));
    }
}
