package heed.topology;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.DropPhase;
import heed.schemas.Score;
import heed.schemas.Silence;
import heed.topology.tally.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A history of real days teaches the watch, however far ahead the partition's time is. */
class BackfillThroughPipelineTest {

    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(900));

    private final TopologyFixture pipeline = new TopologyFixture();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void isLearnedFromThoughAnotherHospitalOfThePartitionIsYearsAhead() {
        // Given
        pipeline.receive(aResponse("now").at("H9").rated("good"));
        history("H1", 40);

        // When
        for (int i = 0; i < 60; i++) {
            pipeline.receive(aResponse("bad" + i)
                    .at("H1")
                    .given(NOON.plus(Duration.ofHours(i)))
                    .rated("very_poor"));
        }

        // Then
        assertThat(pipeline.drops())
                .filteredOn(drop -> drop.getPhase() == DropPhase.OPEN)
                .singleElement()
                .satisfies(drop -> {
                    assertThat(drop.getHospital()).isEqualTo("H1");
                    assertThat(drop.getBaseline()).isBetween(.85, .95);
                });
        assertThat(pipeline.rejected()).isEmpty();
        assertThat(pipeline.tally().of(Outcome.COUNTED)).isEqualTo(1 + 40 * 10 + 60);
    }

    @Test
    void everyDayOfItIsCounted() {
        // Given
        pipeline.receive(aResponse("now").at("H9").rated("good"));

        // When
        history("H1", 200);

        // Then
        assertThat(pipeline.scores().entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("H1||fft-2020.positive|DAY|"))
                .hasSize(200)
                .extracting(entry -> entry.getValue().getN())
                .containsOnly(10L);
        assertThat(pipeline.scores().values().stream()
                        .filter(score -> score.getHospital().equals("H1"))
                        .map(Score::getRestatements))
                .containsOnly(0L);
    }

    @Test
    void noPlaceGoesQuietThatHasNotSpokenByItself() {
        // Given
        Instant start = LONG_AGO.minus(Duration.ofDays(1));
        listen(start, 50);
        for (int day = 0; day < 50; day++) {
            for (int hour = 8; hour < 18; hour++) {
                pipeline.backfill(aResponse("d" + day + "h" + hour)
                        .at("H1")
                        .given(start.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour)))
                        .rated("good"));
            }
        }

        // When
        listen(start.plus(Duration.ofDays(50)), 10);

        // Then
        assertThat(pipeline.silences()).extracting(Silence::getHospital).isEmpty();
    }

    private void listen(Instant from, int days) {
        for (int i = 0; i < days * 24; i++) {
            pipeline.pulse(from.plus(Duration.ofHours(i)), Duration.ofMinutes(30));
        }
    }

    /** Ten answers a day, nine of them good. */
    private void history(String hospital, int days) {
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < 10; i++) {
                pipeline.backfill(aResponse("d" + day + "-" + i)
                        .at(hospital)
                        .given(LONG_AGO.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(i)))
                        .rated(i == day % 10 ? "poor" : "good"));
            }
        }
    }
}
