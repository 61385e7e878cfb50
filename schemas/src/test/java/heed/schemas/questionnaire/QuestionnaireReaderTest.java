package heed.schemas.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class QuestionnaireReaderTest {

    static final String GOOD =
            """
            id: ward-1
            title: Ward
            questions:
              sleep:
                text: Did you sleep?
                answers:
                  yes: Yes
                  no: No
                  unsure: Not sure
            measures:
              slept:
                title: Slept
                question: sleep
                watch: overall
                target: 80
                points:
                  yes: 10000
                  no: 0
                  unsure: excluded
            """;

    @Test
    void takesYesAndNoForTheCodesThatTheyAre() {
        // When
        QuestionnaireReader.Found read = QuestionnaireReader.read("ward.yaml", "# ours\n" + GOOD);
        // Then
        assertThat(read.place()).isEqualTo("ward.yaml:2");
        assertThat(read.questionnaire())
                .isEqualTo(new Questionnaire(
                        "ward-1",
                        "Ward",
                        List.of(new Question(
                                "sleep",
                                "Did you sleep?",
                                List.of(
                                        new Option("yes", "Yes"),
                                        new Option("no", "No"),
                                        new Option("unsure", "Not sure")))),
                        List.of(new Measure(
                                "ward-1.slept",
                                "Slept",
                                "sleep",
                                Map.of("yes", 10_000, "no", 0, "unsure", Measure.EXCLUDED),
                                WatchRole.OVERALL,
                                Better.HIGHER,
                                LeagueRole.COUNTED,
                                OptionalInt.of(80))),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void namesEveryFaultWithItsLine() {
        // Given
        String faulty =
                """
                id: ward 1
                titel: Ward
                questions:
                  sleep:
                    text: Did you sleep?
                    answers:
                      yes: Yes
                      no: No
                      yes: Again
                measures:
                  slept:
                    title: Slept
                    question: sleep
                    watch: often
                    points:
                      yes: 10001
                      maybe: 5
                  rested:
                    title: Rested
                    question: rest
                    watch: other
                    points: all
                """;
        // When // Then
        assertThat(problems(faulty))
                .containsExactly(
                        "ward.yaml:2: the file has an unknown key 'titel'; the nearest is title; allowed: id, title, questions, measures, comment, languages",
                        "ward.yaml:1: id must match [A-Za-z0-9][A-Za-z0-9._-]{0,39}, was 'ward 1'",
                        "ward.yaml:1: the file lacks 'title'",
                        "ward.yaml:9: questions.sleep.answers has 'yes' twice, first on line 7",
                        "ward.yaml:14: measures.slept: watch must be one of overall, other, none, was 'often'",
                        "ward.yaml:16: measures.slept.points: points of 'yes' must be a whole number, 0 to 10000, or"
                                + " 'excluded', was '10001'",
                        "ward.yaml:17: measures.slept.points: question 'sleep' has no answer 'maybe'; allowed: yes, no",
                        "ward.yaml:16: measures.slept.points lacks the answer 'no'; give it 0 to 10000 points, or"
                                + " 'excluded'",
                        "ward.yaml:22: measures.rested.points must be a table of keys and values",
                        "ward.yaml:20: measures.rested: there is no question 'rest'; allowed: sleep");
    }

    @Test
    void takesATargetFromNoneToAllInWholePercent() {
        // When // Then
        for (int good : new int[] {0, 100}) {
            assertThat(QuestionnaireReader.read("ward.yaml", GOOD.replace("target: 80", "target: " + good))
                            .questionnaire()
                            .measures()
                            .get(0)
                            .target())
                    .hasValue(good);
        }
        for (String bad : List.of("101", "-1", "79.5", "high")) {
            assertThat(problems(GOOD.replace("target: 80", "target: " + bad)))
                    .containsExactly("ward.yaml:15: measures.slept: target must be a whole number of percent, 0 to 100,"
                            + " was '" + bad + "'");
        }
    }

    @Test
    void refusesAMeasureWhoseNameCouldNotBeToldFromItsQuestionnaires() {
        // When // Then
        assertThat(problems(GOOD.replace("  slept:", "  night.slept:")))
                .containsExactly(
                        "ward.yaml:11: a measure's name has no '.', which parts it from its questionnaire's id,"
                                + " was 'night.slept'");
        assertThat(QuestionnaireReader.read("ward.yaml", GOOD.replace("id: ward-1", "id: ward.1"))
                        .questionnaire()
                        .measures()
                        .get(0)
                        .name())
                .isEqualTo("ward.1.slept");
    }

    @Test
    void allowsOneOverallMeasureOnly() {
        // Given
        String two = GOOD + GOOD.substring(GOOD.indexOf("  slept:")).replace("slept:", "rested:");
        // When // Then
        assertThat(problems(two))
                .containsExactly(
                        "ward.yaml:11: only one measure may be watched as overall, found ward-1.slept, ward-1.rested");
    }

    @Test
    void saysWhereAFileStopsBeingYaml() {
        // When // Then
        assertThat(problems("id: a\n  b: [1\n")).singleElement().asString().startsWith("ward.yaml:2: not YAML: ");
        assertThat(problems("")).containsExactly("ward.yaml:1: the file is empty");
        assertThat(problems("- a\n")).containsExactly("ward.yaml:1: the file must be a table of keys and values");
    }

    @Test
    void acceptsPointsFromZeroToTenThousand() {
        // When // Then
        assertThat(QuestionnaireReader.read("ward.yaml", GOOD)
                        .questionnaire()
                        .measures()
                        .get(0)
                        .points())
                .containsEntry("no", 0)
                .containsEntry("yes", 10_000);
        assertThat(problems(GOOD.replace("excluded", "-1"))).hasSize(1);
        assertThat(problems(GOOD.replace("excluded", "1.5"))).hasSize(1);
    }

    @Test
    void refusesAMeasureThatWouldNeverHaveAScoreOrAlwaysTheSame() {
        // When // Then
        assertThat(problems(GOOD.replace("10000", "excluded").replace("no: 0", "no: excluded")))
                .containsExactly("ward.yaml:16: measures.slept excludes every answer, so it would never have a score");
        assertThat(problems(GOOD.replace("no: 0", "no: 10000")))
                .containsExactly(
                        "ward.yaml:16: measures.slept gives every answer that counts 10000 points, so its score"
                                + " would always be the same; let two answers differ");
    }

    @Test
    void watchesOnlyWhereHighIsGood() {
        // When // Then
        assertThat(problems(GOOD.replace("watch: overall", "watch: other\n    better: lower")))
                .containsExactly("ward.yaml:14: measures.slept: watch must be none where better is lower: the watch"
                        + " looks for falls, and here a fall is good");
        assertThat(QuestionnaireReader.read(
                                "ward.yaml", GOOD.replace("watch: overall", "watch: none\n    better: lower"))
                        .questionnaire()
                        .measures()
                        .get(0)
                        .better())
                .isEqualTo(Better.LOWER);
    }

    @Test
    void takesSixtyFourMeasuresAndQuestionsAndNamesTheLineOfTheNextOne() {
        // When
        Questionnaire full =
                QuestionnaireReader.read("ward.yaml", questionnaire(64, 64)).questionnaire();
        // Then
        assertThat(full.questions()).hasSize(64);
        assertThat(full.measures()).hasSize(64);
        assertThat(problems(questionnaire(65, 65)))
                .containsExactly(
                        "ward.yaml:68: questions has 65 entries, at most 64 are allowed: split the questionnaire into two",
                        "ward.yaml:134: measures has 65 entries, at most 64 are allowed: split the questionnaire into"
                                + " two");
    }

    @Test
    void takesAQuestionThatNoMeasureScores() {
        // When
        Questionnaire read =
                QuestionnaireReader.read("ward.yaml", questionnaire(2, 1)).questionnaire();
        // Then
        assertThat(read.questions()).extracting(Question::code).containsExactly("q0", "q1");
        assertThat(read.measures()).extracting(Measure::name).containsExactly("ward-1.m0");
    }

    /** A questionnaire of one line for each question and each measure. */
    private static String questionnaire(int questions, int measures) {
        StringBuilder text = new StringBuilder("id: ward-1\ntitle: Ward\nquestions:\n");
        for (int i = 0; i < questions; i++) {
            text.append("  q").append(i).append(": {text: Well?, answers: {yes: Yes, no: No}}\n");
        }
        text.append("measures:\n");
        for (int i = 0; i < measures; i++) {
            text.append("  m")
                    .append(i)
                    .append(": {title: Well, question: q0, watch: none, points: {yes: 10000, no: 0}}\n");
        }
        return text.toString();
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(QuestionnaireException.class, () -> QuestionnaireReader.read("ward.yaml", text))
                .problems();
    }

    @Test
    void readsTheWordsOfFurtherLanguagesWhichHaveAllOfThem() {
        // Given
        String welsh =
                """
                languages:
                  cy:
                    name: Cymraeg
                    title: Ward
                    questions:
                      sleep:
                        text: Wnaethoch chi gysgu?
                        answers: {yes: Do, no: Naddo, unsure: Ddim yn siŵr}
                """;
        String lacking =
                welsh.replace(", unsure: Ddim yn siŵr", ", maybe: Efallai").replace("  cy:", "  en:");

        // When
        Questionnaire read = QuestionnaireReader.read("ward.yaml", GOOD + welsh).questionnaire();
        var thrown = catchThrowableOfType(
                QuestionnaireException.class, () -> QuestionnaireReader.read("ward.yaml", GOOD + lacking));

        // Then
        assertThat(read.languages()).extracting(Translation::language).containsExactly("en", "cy");
        assertThat(read.in("cy").questions().get(0).options()).contains(new Option("no", "Naddo"));
        assertThat(read.in("fr").title()).isEqualTo("Ward");
        assertThat(thrown.problems())
                .anySatisfy(problem -> assertThat(problem).contains("lacks 'unsure'"))
                .anySatisfy(problem -> assertThat(problem).contains("unknown key 'maybe'"))
                .anySatisfy(problem -> assertThat(problem).contains("was 'en'"));
    }

    @Test
    void asksForACommentInAllLanguagesOrInNone() {
        // Given
        String words = "    questions: {sleep: {text: Cwsg?, answers: {yes: Ie, no: Na, unsure: Dim syniad}}}\n";
        String comment = "comment: {code: why, text: Why?}\n";
        String welsh = "languages:\n  cy:\n    name: Cymraeg\n    title: Ward\n" + words;

        // When
        Questionnaire asked = QuestionnaireReader.read("ward.yaml", GOOD + comment + welsh + "    comment: Pam?\n")
                .questionnaire();
        var lacking = catchThrowableOfType(
                QuestionnaireException.class, () -> QuestionnaireReader.read("ward.yaml", GOOD + comment + welsh));
        var tooMuch = catchThrowableOfType(
                QuestionnaireException.class,
                () -> QuestionnaireReader.read("ward.yaml", GOOD + welsh + "    comment: Pam?\n"));

        // Then
        assertThat(asked.comment()).contains(new CommentQuestion("why", "Why?"));
        assertThat(asked.in("cy").comment()).contains(new CommentQuestion("why", "Pam?"));
        assertThat(lacking).hasMessageContaining("languages.cy lacks 'comment'");
        assertThat(tooMuch).hasMessageContaining("languages.cy has an unknown key 'comment'");
    }
}
