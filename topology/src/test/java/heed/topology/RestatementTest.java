package heed.topology;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.ResponseBuilder.aWithdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import heed.schemas.MeasureChange;
import heed.schemas.Restatement;
import heed.schemas.RestatementKind;
import heed.schemas.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What corrections and withdrawals do to the rows that they touch, and what the audit says of it. */
class RestatementTest {

    private static final Instant LATER = NOON.plus(Duration.ofDays(3));

    private final TopologyFixture pipeline = new TopologyFixture();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void aFirstResponseRestatesNothing() {
        // When
        pipeline.receive(
                aResponse("r1").rated("good"),
                aResponse("r1").rated("good"),
                aResponse("r2").rated("poor"));

        // Then
        assertThat(pipeline.scores().values())
                .extracting(Score::getRestatements)
                .containsOnly(0L);
        assertThat(pipeline.restatements()).isEmpty();
    }

    @Test
    void aWithdrawalRestatesEveryRowThatTheResponseWasIn() {
        // When
        pipeline.receive(
                aResponse("r1").unit("W1").rated("good"),
                aResponse("r2").unit("W2").rated("good"),
                aWithdrawal("r1").unit("W1").revision(2).given(LATER).arrived(LATER));

        // Then
        assertThat(pipeline.scores().values())
                .filteredOn(score -> score.getLabel().equals("2026-06-01"))
                .extracting(Score::getUnit, Score::getMeasure, Score::getN, Score::getRestatements, Score::getAsOf)
                .containsExactlyInAnyOrder(
                        tuple(null, "fft-2020.positive", 1L, 1L, LATER),
                        tuple(null, "fft-2020.negative", 1L, 1L, LATER),
                        tuple("W1", "fft-2020.positive", 0L, 1L, LATER),
                        tuple("W1", "fft-2020.negative", 0L, 1L, LATER),
                        tuple("W2", "fft-2020.positive", 1L, 0L, NOON.plusSeconds(60)),
                        tuple("W2", "fft-2020.negative", 1L, 0L, NOON.plusSeconds(60)));
        Restatement audit = pipeline.restatements().get(0);
        assertThat(audit.getKind()).isEqualTo(RestatementKind.WITHDRAWN);
        assertThat(audit.getFeedbackId())
                .isEqualTo(aResponse("r1").rated("good").build().getFeedbackId());
        assertThat(audit.getHospital()).isEqualTo("H1");
        assertThat(audit.getFromRevision()).isEqualTo(1);
        assertThat(audit.getRevision()).isEqualTo(2);
        assertThat(audit.getFrom().getUnit()).isEqualTo("W1");
        assertThat(audit.getFrom().getGivenAt()).isEqualTo(NOON);
        assertThat(audit.getTo()).isNull();
        assertThat(audit.getAsOf()).isEqualTo(LATER);
        assertThat(audit.getChanges())
                .containsExactly(
                        new MeasureChange("fft-2020.positive", 10_000, null),
                        new MeasureChange("fft-2020.negative", 0, null));
    }

    @Test
    void aCorrectionRestatesOnlyTheMeasuresThatItChanges() {
        // Given
        pipeline.receive(aResponse("r1")
                .questionnaire("experience-1")
                .answer("dignity", "yes_always")
                .answer("information", "no")
                .answer("involvement", "no"));
        pipeline.scores();

        // When
        pipeline.receive(aResponse("r1")
                .revision(3)
                .arrived(LATER)
                .questionnaire("experience-1")
                .answer("dignity", "yes_always")
                .answer("information", "yes_sometimes")
                .answer("support", "yes_always"));

        // Then
        assertThat(pipeline.scores().values())
                .filteredOn(score -> score.getLabel().equals("2026-06"))
                .extracting(Score::getMeasure, Score::getN, Score::getSum, Score::getRestatements, Score::getAsOf)
                .containsExactlyInAnyOrder(
                        tuple("experience-1.dignity", 1L, 10_000L, 0L, NOON.plusSeconds(60)),
                        tuple("experience-1.information", 1L, 5_000L, 1L, LATER),
                        tuple("experience-1.involvement", 0L, 0L, 1L, LATER),
                        tuple("experience-1.support", 1L, 10_000L, 1L, LATER));
        assertThat(pipeline.restatements()).singleElement().satisfies(audit -> assertThat(audit.getChanges())
                .containsExactly(
                        new MeasureChange("experience-1.information", 0, 5_000),
                        new MeasureChange("experience-1.involvement", 0, null),
                        new MeasureChange("experience-1.support", null, 10_000)));
    }

    @Test
    void aCorrectionToAnotherUnitAndHourRestatesBothPlacesAndLeavesWhatTheyShare() {
        // When
        pipeline.receive(
                aResponse("r1").unit("W1").rated("good"),
                aResponse("r1")
                        .unit("W2")
                        .revision(2)
                        .given(NOON.plus(Duration.ofHours(1)))
                        .arrived(LATER)
                        .rated("good"));

        // Then
        assertThat(pipeline.scores().values())
                .filteredOn(score -> score.getMeasure().equals("fft-2020.positive"))
                .extracting(Score::getUnit, Score::getLabel, Score::getN, Score::getRestatements)
                .containsExactlyInAnyOrder(
                        tuple(null, "2026-06-01T12+01:00", 0L, 1L),
                        tuple(null, "2026-06-01T13+01:00", 1L, 1L),
                        tuple(null, "2026-06-01", 1L, 0L),
                        tuple(null, "2026-W23", 1L, 0L),
                        tuple(null, "2026-06", 1L, 0L),
                        tuple("W1", "2026-06-01", 0L, 1L),
                        tuple("W1", "2026-W23", 0L, 1L),
                        tuple("W1", "2026-06", 0L, 1L),
                        tuple("W2", "2026-06-01", 1L, 1L),
                        tuple("W2", "2026-W23", 1L, 1L),
                        tuple("W2", "2026-06", 1L, 1L));
        assertThat(pipeline.restatements()).singleElement().satisfies(audit -> assertThat(audit.getChanges())
                .containsExactly(
                        new MeasureChange("fft-2020.positive", 10_000, 10_000),
                        new MeasureChange("fft-2020.negative", 0, 0)));
    }

    @Test
    void aCorrectionThatChangesNoScoreIsNeitherSaidNorAudited() {
        // Given
        pipeline.receive(aResponse("r1").rated("good"));
        var before = pipeline.scores();

        // When
        pipeline.receive(aResponse("r1")
                .revision(2)
                .given(NOON.plusSeconds(1))
                .arrived(LATER)
                .rated("very_good"));

        // Then
        assertThat(pipeline.scores()).isEqualTo(before);
        assertThat(pipeline.restatements()).isEmpty();
    }

    @Test
    void aCorrectionWithOtherPointsInTheSameRowCountsOnce() {
        // When
        pipeline.receive(
                aResponse("r1").rated("good"),
                aResponse("r1").revision(2).rated("poor"),
                aResponse("r1").revision(3).rated("good"));

        // Then
        assertThat(pipeline.scores().values())
                .extracting(Score::getRestatements)
                .containsOnly(2L);
        assertThat(pipeline.restatements())
                .extracting(Restatement::getFromRevision, Restatement::getRevision)
                .isEqualTo(List.of(tuple(1, 2), tuple(2, 3)));
    }

    @Test
    void aWithdrawalOfWhatNeverCountedIsNotAudited() {
        // When
        pipeline.receive(aWithdrawal("r1"), aResponse("r1").rated("good"), aWithdrawal("r1"));

        // Then
        assertThat(pipeline.restatements()).isEmpty();
    }
}
