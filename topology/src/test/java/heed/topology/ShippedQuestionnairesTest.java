package heed.topology;

import static heed.topology.ResponseBuilder.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import heed.schemas.Score;
import heed.topology.tally.Outcome;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShippedQuestionnairesTest {

    private static final String NURSE_DAY = "H1||ncpes-2018.q18|DAY|2026-05-31T23:00:00Z";

    private final TopologyFixture pipeline = new TopologyFixture();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void anAnswerThatDidNotApplyLeavesTheCountOfTheCancerSurveyAsItWas() {
        // Given
        pipeline.receive(
                cancer("r1").answer("q18", "positive"),
                cancer("r2").answer("q18", "positive"),
                cancer("r3").answer("q18", "not_positive"));
        long before = pipeline.score(NURSE_DAY).getN();

        // When
        pipeline.receive(cancer("r4").answer("q18", "not_applicable").answer("q59", "9"));

        // Then
        Score nurse = pipeline.score(NURSE_DAY);
        assertThat(before).isEqualTo(3);
        assertThat(nurse.getN()).isEqualTo(3);
        assertThat(nurse.getScore()).isEqualTo(6_667);
        assertThat(pipeline.score("H1||ncpes-2018.q59|DAY|2026-05-31T23:00:00Z").getScore())
                .isEqualTo(9_000);
        assertThat(pipeline.tally().of(Outcome.COUNTED)).isEqualTo(4);
    }

    @Test
    void aTopBoxAndALinearMeanAreFormedOfTheSameAnswers() {
        // When
        pipeline.receive(
                american("r1").answer("q4", "always").answer("q18", "10"),
                american("r2").answer("q4", "usually").answer("q18", "8"),
                american("r3").answer("q4", "sometimes").answer("q18", "9"),
                american("r4").answer("q4", "never_pressed").answer("q18", "3"));

        // Then
        assertThat(days())
                .containsExactlyInAnyOrder(
                        tuple("hcahps.call_button", 3L, 10_000L),
                        tuple("hcahps.call_button_mean", 3L, 20_000L),
                        tuple("hcahps.overall", 4L, 20_000L),
                        tuple("hcahps.overall_mean", 4L, 30_000L));
    }

    @Test
    void aQuestionThatNoMeasureScoresIsTakenAndCountsNowhere() {
        // When
        pipeline.receive(american("r1").answer("q12", "no"));

        // Then
        assertThat(pipeline.scores()).isEmpty();
        assertThat(pipeline.rejectionReasons()).isEmpty();
        assertThat(pipeline.tally().of(Outcome.COUNTED)).isEqualTo(1);
    }

    @Test
    void whatAQuestionnaireDoesNotKnowIsRejectedWithItsReason() {
        // When
        pipeline.receive(
                aResponse("r1").questionnaire("ncpes-2019").answer("q18", "positive"),
                cancer("r2").answer("q3", "positive"),
                cancer("r3").answer("q18", "positive").answer("q59", "11"),
                american("r4").answer("q4", "not_applicable"),
                american("r5").answer("q4", "always").answer("q4", "always"));

        // Then
        assertThat(pipeline.rejectionReasons())
                .containsExactly(
                        "unknown_questionnaire",
                        "unknown_question",
                        "unknown_answer",
                        "unknown_answer",
                        "duplicate_question");
        assertThat(pipeline.scores()).isEmpty();
    }

    private List<Tuple> days() {
        return pipeline.scores().values().stream()
                .filter(score -> score.getLabel().equals("2026-06-01"))
                .map(score -> tuple(score.getMeasure(), score.getN(), score.getSum()))
                .toList();
    }

    private static ResponseBuilder cancer(String name) {
        return aResponse(name).questionnaire("ncpes-2018");
    }

    private static ResponseBuilder american(String name) {
        return aResponse(name).questionnaire("hcahps");
    }
}
