package heed.schemas.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionnairesTest {

    private final Questionnaires shipped = Questionnaires.shipped();

    @Test
    void shipTheFriendsAndFamilyTestWithEveryAnswerInTheDenominator() {
        // When
        Questionnaire fft = shipped.byId("fft-2020").orElseThrow();
        // Then
        Question overall = fft.question("overall").orElseThrow();
        assertThat(overall.text()).isEqualTo("Overall, how was your experience of our service?");
        assertThat(overall.options())
                .extracting(Option::code)
                .containsExactly("very_good", "good", "neither", "poor", "very_poor", "dont_know");
        assertThat(fft.measures())
                .extracting(Measure::name, Measure::watch)
                .containsExactly(
                        tuple("fft-2020.positive", WatchRole.OVERALL), tuple("fft-2020.negative", WatchRole.NONE));
        assertThat(fft.measures().get(0).pointsByOption(overall)).containsExactly(10_000, 10_000, 0, 0, 0, 0);
        assertThat(fft.measures().get(1).pointsByOption(overall)).containsExactly(0, 0, 0, 10_000, 10_000, 0);
    }

    @Test
    void shipTheExperienceQuestionnaire() {
        // When
        Questionnaire experience = shipped.byId("experience-1").orElseThrow();
        // Then
        assertThat(experience.measures())
                .extracting(measure -> measure.name() + " " + measure.watch())
                .containsExactly(
                        "experience-1.dignity OTHER",
                        "experience-1.information OTHER",
                        "experience-1.involvement OTHER",
                        "experience-1.support OTHER",
                        "experience-1.overall OVERALL");
        Question support = experience.question("support").orElseThrow();
        assertThat(support.options())
                .extracting(Option::code)
                .containsExactly("yes_always", "yes_sometimes", "no", "not_applicable");
        assertThat(shipped.measure("experience-1.support").orElseThrow().pointsByOption(support))
                .containsExactly(10_000, 5_000, 0, Measure.EXCLUDED);
        Question overall = experience.question("overall").orElseThrow();
        assertThat(shipped.measure("experience-1.overall").orElseThrow().pointsByOption(overall))
                .containsExactly(0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000, 10_000);
        assertThat(overall.indexOf("10")).isEqualTo(10);
        assertThat(overall.indexOf("11")).isEqualTo(-1);
    }

    @Test
    void takeFurtherFilesAndNameTheProblemsOfAll(@TempDir Path folder) throws IOException {
        // Given
        Path good = Files.writeString(folder.resolve("good.yaml"), QuestionnaireReaderTest.GOOD);
        Path again = Files.writeString(folder.resolve("again.yaml"), QuestionnaireReaderTest.GOOD);
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "");
        Path absent = folder.resolve("absent.yaml");
        // When // Then
        assertThat(shipped.and(List.of(good)).all())
                .extracting(Questionnaire::id)
                .containsExactly("fft-2020", "experience-1", "ward-1");
        assertThatThrownBy(() -> shipped.and(List.of(empty, absent)))
                .isInstanceOf(QuestionnaireException.class)
                .hasMessageContaining("empty.yaml:1: the file is empty")
                .hasMessageContaining("absent.yaml: cannot be read");
        assertThatThrownBy(() -> shipped.and(List.of(good, again)))
                .hasMessage("questionnaire ward-1 is defined twice; a changed questionnaire needs a new id, so that"
                        + " figures are never pooled");
    }

    @Test
    void knowNoOther() {
        // When // Then
        assertThat(shipped.byId("fft-2019")).isEmpty();
        assertThat(shipped.measure("fft-2020.neutral")).isEmpty();
    }
}
