package heed.schemas.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
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
            measures:
              slept:
                title: Slept
                question: sleep
                watch: overall
                points:
                  yes: 10000
                  no: excluded
            """;

    @Test
    void takesYesAndNoForTheCodesThatTheyAre() {
        // When
        Questionnaire read = QuestionnaireReader.read("ward.yaml", GOOD);
        // Then
        assertThat(read)
                .isEqualTo(new Questionnaire(
                        "ward-1",
                        "Ward",
                        List.of(new Question(
                                "sleep", "Did you sleep?", List.of(new Option("yes", "Yes"), new Option("no", "No")))),
                        List.of(new Measure(
                                "ward-1.slept",
                                "Slept",
                                "sleep",
                                Map.of("yes", 10_000, "no", Measure.EXCLUDED),
                                WatchRole.OVERALL,
                                Better.HIGHER,
                                LeagueRole.COUNTED))));
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
                        "ward.yaml:2: the file has an unknown key 'titel'; allowed: id, title, questions, measures",
                        "ward.yaml:1: id must match [A-Za-z0-9._-]{1,40}, was 'ward 1'",
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
    void allowsOneOverallMeasureOnly() {
        // Given
        String two = GOOD + GOOD.substring(GOOD.indexOf("  slept:")).replace("slept:", "rested:");
        // When // Then
        assertThat(problems(two))
                .containsExactly(
                        "ward.yaml:10: only one measure may be watched as overall, found ward-1.slept, ward-1.rested");
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
        assertThat(QuestionnaireReader.read("ward.yaml", GOOD.replace("excluded", "0"))
                        .measures()
                        .get(0)
                        .points())
                .containsEntry("no", 0)
                .containsEntry("yes", 10_000);
        assertThat(problems(GOOD.replace("excluded", "-1"))).hasSize(1);
        assertThat(problems(GOOD.replace("excluded", "1.5"))).hasSize(1);
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(QuestionnaireException.class, () -> QuestionnaireReader.read("ward.yaml", text))
                .problems();
    }
}
