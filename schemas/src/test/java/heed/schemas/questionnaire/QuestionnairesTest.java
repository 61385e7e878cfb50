package heed.schemas.questionnaire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
    void shipTheCancerSurveyWithItsPercentagesAndItsRating() {
        // When
        Questionnaire survey = shipped.byId("ncpes-2018").orElseThrow();
        // Then
        assertThat(survey.questions()).hasSize(52);
        Question nurse = survey.question("q18").orElseThrow();
        assertThat(nurse.text())
                .isEqualTo("How easy or difficult has it been for you to contact your Clinical Nurse Specialist?");
        assertThat(nurse.options())
                .extracting(Option::code)
                .containsExactly("positive", "not_positive", "not_applicable");
        assertThat(survey.measures().subList(0, 51)).allSatisfy(measure -> assertThat(measure.points())
                .isEqualTo(Map.of("positive", 10_000, "not_positive", 0, "not_applicable", Measure.EXCLUDED)));
        assertThat(watched(survey))
                .containsExactly(
                        "ncpes-2018.q13 OTHER",
                        "ncpes-2018.q16 OTHER",
                        "ncpes-2018.q18 OTHER",
                        "ncpes-2018.q33 OTHER",
                        "ncpes-2018.q37 OTHER",
                        "ncpes-2018.q39 OTHER",
                        "ncpes-2018.q59 OVERALL");
        assertThat(shipped.measure("ncpes-2018.q59")
                        .orElseThrow()
                        .pointsByOption(survey.question("q59").orElseThrow()))
                .containsExactly(0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000, 10_000);
    }

    @Test
    void shipTheAmericanSurveyWithATopBoxAndALinearMeanForEachQuestionAboutCare() {
        // When
        Questionnaire survey = shipped.byId("hcahps").orElseThrow();
        // Then
        assertThat(survey.questions()).hasSize(22);
        assertThat(survey.measures()).hasSize(38);
        assertThat(survey.measures())
                .filteredOn(measure -> measure.league() == LeagueRole.APART)
                .hasSize(19)
                .allSatisfy(measure -> assertThat(measure.name()).endsWith("_mean"));
        assertThat(points("call_button", "q4")).containsExactly(0, 0, 0, 10_000, Measure.EXCLUDED);
        assertThat(points("call_button_mean", "q4")).containsExactly(0, 3_333, 6_667, 10_000, Measure.EXCLUDED);
        assertThat(points("written_symptoms_mean", "q17")).containsExactly(10_000, 0);
        assertThat(points("recommend_mean", "q19")).containsExactly(0, 3_333, 6_667, 10_000);
        assertThat(points("responsibilities", "q21")).containsExactly(0, 0, 0, 10_000);
        assertThat(points("overall", "q18")).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 10_000, 10_000);
        assertThat(points("overall_mean", "q18"))
                .containsExactly(0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000, 10_000);
        assertThat(watched(survey))
                .containsExactly(
                        "hcahps.nurses_listened OTHER",
                        "hcahps.call_button OTHER",
                        "hcahps.doctors_listened OTHER",
                        "hcahps.clean OTHER",
                        "hcahps.quiet OTHER",
                        "hcahps.side_effects OTHER",
                        "hcahps.written_symptoms OTHER",
                        "hcahps.overall OVERALL",
                        "hcahps.responsibilities OTHER");
    }

    private int[] points(String measure, String question) {
        Question asked = shipped.byId("hcahps").orElseThrow().question(question).orElseThrow();
        return shipped.measure("hcahps." + measure).orElseThrow().pointsByOption(asked);
    }

    private static List<String> watched(Questionnaire questionnaire) {
        return questionnaire.measures().stream()
                .filter(measure -> measure.watch() != WatchRole.NONE)
                .map(measure -> measure.name() + " " + measure.watch())
                .toList();
    }

    @Test
    void takeTheFilesOfADirectoryInTheOrderOfTheirNames(@TempDir Path folder) throws IOException {
        // Given
        Path b = Files.writeString(folder.resolve("b.yaml"), QuestionnaireReaderTest.GOOD);
        Files.writeString(folder.resolve("a.yaml"), QuestionnaireReaderTest.GOOD.replace("ward-1", "ward-2"));
        Files.writeString(folder.resolve("notes.txt"), "ours");
        Files.writeString(folder.resolve(".hidden.yaml"), "");
        // When
        Questionnaires all = shipped.andIn(folder);
        // Then
        assertThat(all.all())
                .extracting(Questionnaire::id)
                .containsExactly(
                        "fft-2020",
                        "experience-1",
                        "ncpes-2018",
                        "hcahps",
                        "fft-services-2020",
                        "fft-2013",
                        "ward-2",
                        "ward-1");
        assertThat(all.fileOf(all.byId("ward-1").orElseThrow())).contains(b);
        assertThat(all.fileOf(all.byId("hcahps").orElseThrow())).isEmpty();
        assertThat(all.measure("ward-2.slept")).isPresent();
    }

    @Test
    void nameTheProblemsOfAllFilesAtOnce(@TempDir Path folder) throws IOException {
        // Given
        Path again = Files.writeString(folder.resolve("again.yaml"), QuestionnaireReaderTest.GOOD);
        Path bytes = Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xC3, 0x28});
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "");
        Path good = Files.writeString(folder.resolve("good.yaml"), "# ours\n" + QuestionnaireReaderTest.GOOD);
        Path mine = Files.writeString(
                folder.resolve("mine.yaml"), QuestionnaireReaderTest.GOOD.replace("ward-1", "fft-2020"));
        // When // Then
        assertThatThrownBy(() -> shipped.andIn(folder))
                .isInstanceOf(QuestionnaireException.class)
                .hasMessage(String.join(
                        "\n  ",
                        "4 problems with questionnaires:",
                        bytes + ": is no text in UTF-8",
                        empty + ":1: the file is empty",
                        good + ":2: there is a questionnaire ward-1 already, " + again
                                + ":1; a changed questionnaire needs a new id, so that figures are never pooled",
                        mine + ":1: there is a questionnaire fft-2020 already, which comes with Heed; a changed"
                                + " questionnaire needs a new id, so that figures are never pooled"));
    }

    @Test
    void sayWhichFilesAndDirectoriesAreNotThere(@TempDir Path folder) throws IOException {
        // Given
        Path gone = folder.resolve("gone");
        Path misnamed = Files.writeString(folder.resolve("ward.yml"), QuestionnaireReaderTest.GOOD);
        // When // Then
        assertThatThrownBy(() -> shipped.and(List.of(gone)))
                .hasMessage("1 problem with questionnaires:\n  " + gone + ": there is no such file");
        assertThatThrownBy(() -> shipped.andIn(gone)).hasMessageContaining(gone + " does not exist; the setting");
        assertThatThrownBy(() -> shipped.andIn(misnamed))
                .hasMessageContaining(misnamed + " is no directory; the setting");
        assertThatThrownBy(() -> shipped.andIn(folder))
                .hasMessageContaining(misnamed + ": would not be read; let its name end in .yaml");
    }

    @Test
    void knowNoOther() {
        // When // Then
        assertThat(shipped.byId("fft-2019")).isEmpty();
        assertThat(shipped.measure("fft-2020.neutral")).isEmpty();
    }

    @Test
    void areToldApartByADigestOfTheirText(@TempDir Path directory) throws IOException {
        // Given
        String text = new String(
                requireNonNull(getClass().getClassLoader().getResourceAsStream("heed/questionnaires/fft-2020.yaml"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        Path file = Files.writeString(directory.resolve("ours.yaml"), text.replace("id: fft-2020", "id: fft-ours"));

        // When
        Questionnaires all = shipped.and(List.of(file));

        // Then
        String digest = all.digestOf(all.byId("fft-ours").orElseThrow());
        assertThat(digest).matches("[0-9a-f]{12}").isEqualTo(sha256(Files.readAllBytes(file)));
        assertThat(all.digestOf(all.byId("fft-2020").orElseThrow()))
                .isEqualTo(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
