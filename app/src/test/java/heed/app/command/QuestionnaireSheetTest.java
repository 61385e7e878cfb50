package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionnaireSheetTest {

    private final Questionnaires shipped = Questionnaires.shipped();

    @Test
    void showsAQuestionnaireWithWhatEachAnswerIsWorthToEachMeasure() {
        // When
        List<String> lines = QuestionnaireSheet.lines(shipped("fft-2020"));

        // Then
        assertThat(lines)
                .containsExactly(
                        "Friends and Family Test (fft-2020): 1 question, 2 measures",
                        "",
                        "overall  Overall, how was your experience of our service?",
                        "    measure (1) fft-2020.positive: Rated very good or good",
                        "      watch: overall, better: higher, league: counted",
                        "    measure (2) fft-2020.negative: Rated poor or very poor",
                        "      watch: none, better: lower, league: apart",
                        "                                             (1)       (2)",
                        "      very_good  Very good                 10000         0",
                        "      good       Good                      10000         0",
                        "      neither    Neither good nor poor         0         0",
                        "      poor       Poor                          0     10000",
                        "      very_poor  Very poor                     0     10000",
                        "      dont_know  Don't know                    0         0",
                        "",
                        "why  Please can you tell us why you gave your answer?",
                        "    in one's own words, on the form");
    }

    @Test
    void showsExcludedAnswersQuestionsThatNothingScoresAndWrapsLongTexts() {
        // When
        List<String> lines = QuestionnaireSheet.lines(shipped("hcahps"));

        // Then
        assertThat(lines)
                .containsSequence(
                        "q4  During this hospital stay, after you pressed the call button, how often did you get help as soon",
                        "    as you wanted it?")
                .contains("      never_pressed  I never pressed the call button  excluded  excluded")
                .containsSequence(
                        "q12  During this hospital stay, were you given any medicine that you had not taken before?",
                        "    scored by no measure",
                        "      yes  Yes",
                        "      no   No");
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
    }

    @Test
    void namesWhatIsWatched() {
        // When // Then
        assertThat(QuestionnaireSheet.watched(shipped("fft-2020"))).isEqualTo("Watched: overall fft-2020.positive.");
        assertThat(QuestionnaireSheet.watched(shipped("experience-1")))
                .isEqualTo(
                        "Watched: overall experience-1.overall; others experience-1.dignity, experience-1.information,"
                                + " experience-1.involvement, experience-1.support.");
    }

    private Questionnaire shipped(String id) {
        return shipped.byId(id).orElseThrow();
    }
}
