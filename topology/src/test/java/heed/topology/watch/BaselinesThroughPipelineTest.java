package heed.topology.watch;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.Baseline;
import heed.schemas.BaselineState;
import heed.schemas.UsualFigures;
import heed.topology.TopologyFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BaselinesThroughPipelineTest {

    private final TopologyFixture pipeline = new TopologyFixture();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void isSaidOnceForEachDayThatASeriesCloses() {
        // When
        days(pipeline, 0, 40, 9);
        List<Baseline> said = pipeline.baselines();

        // Then
        assertThat(said)
                .hasSize(37)
                .extracting(Baseline::getN)
                .startsWith(10L, 20L, 30L)
                .endsWith(370L);
        assertThat(said).extracting(Baseline::getDays).startsWith(1, 2, 3).endsWith(37);
    }

    @Test
    void learnsUntilTwentyEightDaysAreClosedAndIsWatchedThen() {
        // When
        days(pipeline, 0, 32, 9);
        List<Baseline> said = pipeline.baselines();

        // Then
        assertThat(said.subList(0, 27))
                .allMatch(baseline -> baseline.getState() == BaselineState.LEARNING)
                .allMatch(baseline -> baseline.getUsual() == null)
                .allMatch(baseline -> baseline.getSince().equals(day(0)));
        assertThat(said.subList(27, 29))
                .allMatch(baseline -> baseline.getState() == BaselineState.WATCHED)
                .allMatch(baseline -> baseline.getSince().equals(day(30)));
    }

    @Test
    void saysAllThatTheUsualRangeIsMadeOf() {
        // When
        days(pipeline, 0, 60, 9);
        List<Baseline> said = pipeline.baselines();
        UsualFigures usual = said.get(said.size() - 1).getUsual();

        // Then
        assertThat(usual.getScore()).isCloseTo(.9, within(.001));
        assertThat(usual.getWeekdayScores()).hasSize(7).allMatch(score -> Math.abs(score - .9) < .001);
        assertThat(usual.getVariance()).isCloseTo(.09, within(.001));
        assertThat(usual.getDesignEffect()).isCloseTo(1 + 9 * usual.getIcc(), within(1e-9));
    }

    @Test
    void saysHowMuchEvidenceTheClosedDaysHoldAlsoWhileADropIsOpen() {
        // Given
        days(pipeline, 0, 60, 9);
        double calm = newest(pipeline).getEvidence();
        days(pipeline, 60, 64, 8);

        // When
        Baseline uneasy = newest(pipeline);
        days(pipeline, 64, 80, 3);
        Baseline fallen = newest(pipeline);

        // Then
        assertThat(uneasy.getEvidence()).isGreaterThan(calm).isLessThan(1);
        assertThat(uneasy.getEvidenceYears())
                .isCloseTo(uneasy.getEvidence() * uneasy.getFalseAlarmDays() / 365, within(1e-12));
        assertThat(fallen.getEvidence()).isGreaterThan(1);
        assertThat(fallen.getEvidenceYears()).isGreaterThan(1_000_000);
        assertThat(fallen.getState()).isEqualTo(BaselineState.WATCHED);
    }

    @Test
    void aReplaySaysTheSameBytes() {
        // Given
        days(pipeline, 0, 40, 9);
        try (TopologyFixture replay = new TopologyFixture()) {
            // When
            days(replay, 0, 40, 9);

            // Then
            assertThat(hex(replay)).hasSize(37).isEqualTo(hex(pipeline));
        }
    }

    private static Baseline newest(TopologyFixture pipeline) {
        List<Baseline> said = pipeline.baselines();
        return said.get(said.size() - 1);
    }

    private static List<String> hex(TopologyFixture pipeline) {
        return pipeline.baselineBytes().stream().map(HexFormat.of()::formatHex).toList();
    }

    /** Ten answers a day. */
    private static void days(TopologyFixture pipeline, int first, int end, int good) {
        for (int day = first; day < end; day++) {
            for (int i = 0; i < 10; i++) {
                pipeline.receive(aResponse("d" + day + "-" + i)
                        .given(day(day).plusSeconds(i * 600L))
                        .rated(i < good ? "good" : "poor"));
            }
        }
    }

    private static Instant day(int day) {
        return NOON.plus(Duration.ofDays(day));
    }
}
