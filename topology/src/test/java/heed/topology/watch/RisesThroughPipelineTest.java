package heed.topology.watch;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.Drop;
import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.WatchTime;
import heed.topology.ResponseBuilder;
import heed.topology.TopologyFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RisesThroughPipelineTest {

    @Test
    void aRiseIsSaidOnceAndItsEndIsTheSameRise() {
        // Given
        try (TopologyFixture pipeline = new TopologyFixture()) {
            aRiseAndItsEnd().forEach(pipeline::receive);

            // When
            List<Rise> rises = pipeline.rises();

            // Then
            assertThat(rises)
                    .extracting(Rise::getState, Rise::getHospital, Rise::getUnit, Rise::getMeasure)
                    .containsExactly(
                            tuple(RiseState.OPEN, "H1", null, "fft-2020.positive"),
                            tuple(RiseState.OPEN, "H1", "W1", "fft-2020.positive"),
                            tuple(RiseState.ENDED, "H1", null, "fft-2020.positive"),
                            tuple(RiseState.ENDED, "H1", "W1", "fft-2020.positive"));
            Rise opened = rises.get(0);
            assertThat(opened.getBaseline()).isCloseTo(.7, within(.02));
            assertThat(opened.getScore()).isCloseTo(.95, within(.05));
            assertThat(opened.getSince()).isBetween(day(59), day(62));
            assertThat(opened.getOpenedAt())
                    .isBetween(day(63), day(70))
                    .isEqualTo(day(0).plus(Duration.ofDays(
                            Duration.between(NOON, opened.getOpenedAt()).toDays())));
            assertThat(opened.getAsOf()).isEqualTo(opened.getOpenedAt().plusSeconds(60));
            assertThat(opened.getFalseAlarmDays()).isEqualTo(730);
            assertThat(opened.getWatchTime()).isEqualTo(WatchTime.GIVEN);
            assertThat(opened.getTrail()).hasSizeBetween(20, 28);
            assertThat(opened.getSentenceEn())
                    .startsWith("The score for 'Rated very good or good' at H1 is higher than usual");
            Rise ended = rises.get(2);
            assertThat(ended.getRiseId()).isEqualTo(opened.getRiseId());
            assertThat(ended.getEndedAt()).isBetween(day(83), day(95));
            assertThat(ended.getSentenceEn()).contains("has come back towards its usual");
            assertThat(pipeline.drops()).extracting(Drop::getDropId).doesNotContain(opened.getRiseId());
        }
    }

    @Test
    void aReplayIntoAFreshPipelineGivesTheSameBytes() {
        // Given
        List<ResponseBuilder> story = aRiseAndItsEnd();

        // When
        List<String> first = bytes(story);
        List<String> second = bytes(story);

        // Then
        assertThat(first).hasSize(4).isEqualTo(second);
    }

    private static List<String> bytes(List<ResponseBuilder> story) {
        try (TopologyFixture pipeline = new TopologyFixture()) {
            story.forEach(pipeline::receive);
            return pipeline.riseBytes().stream().map(HexFormat.of()::formatHex).toList();
        }
    }

    /** Sixty usual days, twenty better ones, twenty usual ones, twenty answers a day of one ward. */
    private static List<ResponseBuilder> aRiseAndItsEnd() {
        List<ResponseBuilder> story = new ArrayList<>();
        for (int day = 0; day < 100; day++) {
            int good = day >= 60 && day < 80 ? 19 : 14;
            for (int i = 0; i < 20; i++) {
                story.add(aResponse("d" + day + "-" + i)
                        .unit("W1")
                        .given(day(day).plusSeconds(i * 600L))
                        .rated(i < good ? "good" : "poor"));
            }
        }
        return story;
    }

    private static Instant day(int day) {
        return NOON.plus(Duration.ofDays(day));
    }
}
