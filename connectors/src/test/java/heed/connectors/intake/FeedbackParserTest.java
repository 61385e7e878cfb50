package heed.connectors.intake;

import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.submission.Problems;
import heed.connectors.submission.Submission;
import heed.connectors.submission.SubmissionReader;
import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackParserTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final String NEW_ID = "00000000-0000-4000-8000-000000000001";
    private static final String ID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    private static final String FIELDS =
            "[feedback_id, revision, withdrawn, hospital, unit, questionnaire, given_at, channel, language, age_band, answers]";

    private final FeedbackParser parser = new FeedbackParser(
            new SubmissionReader(Questionnaires.shipped(), Duration.ofDays(45), () -> UUID.fromString(NEW_ID)));

    @Test
    void readsAllFields() {
        // When
        List<Feedback> read = accept(
                """
                {"feedback_id": "3F2504E0-4F89-41D3-9A0C-0305E82C3301", "revision": 2, "withdrawn": false,
                 "hospital": "R1H", "unit": "ward-7", "questionnaire": "experience-1", "channel": "kiosk",
                 "given_at": "2026-04-01T12:30:00.1239+01:00", "answers": {"overall": 7, "dignity": "yes_always"}}
                """);

        // Then
        assertThat(read)
                .containsExactly(Feedback.newBuilder()
                        .setFeedbackId(ID)
                        .setRevision(2)
                        .setHospital("R1H")
                        .setUnit("ward-7")
                        .setQuestionnaire("experience-1")
                        .setChannel(Channel.KIOSK)
                        .setGivenAt(Instant.parse("2026-04-01T11:30:00.123Z"))
                        .setAnswers(List.of(new Answer("overall", "7"), new Answer("dignity", "yes_always")))
                        .build());
    }

    @Test
    void makesAnIdAndLeavesOutWhatIsOptionalOrNull() {
        // When
        List<Feedback> read = accept(submission("\"unit\": null, \"channel\": null, \"feedback_id\": null"));

        // Then
        assertThat(read).singleElement().satisfies(one -> {
            assertThat(one.getFeedbackId()).isEqualTo(NEW_ID);
            assertThat(one.getRevision()).isEqualTo(1);
            assertThat(one.getUnit()).isNull();
            assertThat(one.getChannel()).isEqualTo(Channel.UNKNOWN);
        });
    }

    @Test
    void readsAWithdrawalWithoutAnswers() {
        // When
        List<Feedback> read = accept(
                """
                {"feedback_id": "%s", "withdrawn": true, "hospital": "R1H", "questionnaire": "fft-2020",
                 "given_at": "2026-04-01T12:00:00Z"}
                """
                        .formatted(ID));

        // Then
        assertThat(read).singleElement().satisfies(one -> {
            assertThat(one.getWithdrawn()).isTrue();
            assertThat(one.getAnswers()).isEmpty();
        });
    }

    @Test
    void takesTimesUpToTheLimits() {
        // When // Then
        assertThat(refusals(given("2026-04-01T13:00:00Z"))).isEmpty();
        assertThat(refusals(given("2026-04-01T13:00:00.001Z")))
                .containsExactly("$.given_at is more than an hour ahead of the clock here");
        assertThat(refusals(given("2026-02-15T12:00:00Z"))).isEmpty();
        assertThat(refusals(given("2026-02-15T11:59:59.999Z"))).containsExactly("$.given_at is more than 45 days ago");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"feedback_id\": \"3f2504e0\"|$.feedback_id must be a UUID in its 36-character form",
                "\"feedback_id\": 7|$.feedback_id must be a UUID in its 36-character form",
                "\"revision\": 0|$.revision must be a whole number from 1 to 2147483647",
                "\"revision\": 2147483648|$.revision must be a whole number from 1 to 2147483647",
                "\"revision\": 99999999999999999999|$.revision must be a whole number from 1 to 2147483647",
                "\"revision\": 1.0|$.revision must be a whole number from 1 to 2147483647",
                "\"revision\": 2|$.feedback_id is required to correct a response",
                "\"withdrawn\": \"yes\"|$.withdrawn must be true or false",
                "\"unit\": \"ward 7\"|$.unit must be a code: text that matches [A-Za-z0-9][A-Za-z0-9._-]{0,39}",
                "\"channel\": \"published\"|$.channel must be one of the allowed [sms, web, kiosk, paper, phone]",
                "\"language\": \"Welsh please\"|$.language must be a language tag such as en or cy: text that matches [A-Za-z0-9-]{1,35}",
                "\"age_band\": \"over 85\"|$.age_band must be a code such as 16-24 or 85+: text that matches [0-9A-Za-z.+_-]{1,20}",
                "\"langage\": \"cy\"|$.langage is not a field; did you mean language? " + FIELDS,
                "\"chanel\": \"web\"|$.chanel is not a field; did you mean channel? " + FIELDS,
                "\"comment\": \"CANARY\"|$.comment is not a field " + FIELDS,
                "\"CANARY words\": 1|$.(field 1) is not a field " + FIELDS,
                "\"hospital\": \"R1H\"|$.hospital appears more than once"
            })
    void refusesAFieldThatIsWrong(String field, String problem) {
        // When // Then
        assertThat(refusals(submission(field))).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"overal\": \"good\"}|$.answers.overal is not a question of fft-2020; did you mean overall? [overall]",
                "{\"overall\": \"CANARY\"}|$.answers.overall is not an answer to this question"
                        + " [very_good, good, neither, poor, very_poor, dont_know]",
                "{\"overall\": 7}|$.answers.overall is not an answer to this question"
                        + " [very_good, good, neither, poor, very_poor, dont_know]",
                "{\"overall\": [\"good\"]}|$.answers.overall is not an answer to this question"
                        + " [very_good, good, neither, poor, very_poor, dont_know]",
                "{\"overall\": \"good\", \"overall\": \"poor\"}|$.answers.overall appears more than once",
                "{\"overall\": null}|$.answers must hold at least one answer",
                "{}|$.answers must hold at least one answer",
                "[\"good\"]|$.answers must be an object from question to answer",
                "null|$.answers is required"
            })
    void refusesAnswersThatAreWrong(String answers, String problem) {
        // Given
        String text =
                """
                {"hospital": "R1H", "questionnaire": "fft-2020", "given_at": "2026-04-01T12:00:00Z", "answers": %s}
                """
                        .formatted(answers);

        // When
        List<String> refusals = refusals(text);

        // Then
        assertThat(refusals).containsExactly(problem);
    }

    @Test
    void refusesANumberOutsideItsScaleAndOneWithAFraction() {
        // Given
        String text = "{'hospital': 'R1H', 'questionnaire': 'experience-1', 'given_at': '2026-04-01T12:00:00Z',"
                + " 'answers': {'overall': %s}}";
        String problem = "$.answers.overall is not an answer to this question [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";

        // When
        List<List<String>> refusals = List.of("0", "10", "\"10\"", "11", "-1", "7.0").stream()
                .map(answer -> refusals(text.replace('\'', '"').formatted(answer)))
                .toList();

        // Then
        assertThat(refusals)
                .containsExactly(List.of(), List.of(), List.of(), List.of(problem), List.of(problem), List.of(problem));
    }

    @Test
    void takesAWholeNumberForAnAnswerOfEachSurveyThatHasAScale() {
        // Given
        String text =
                """
                {"hospital": "R1H", "questionnaire": "%s", "given_at": "2026-04-01T12:00:00Z", "answers": %s}""";

        // When
        List<Feedback> cancer = accept(text.formatted("ncpes-2018", "{\"q18\": \"not_applicable\", \"q59\": 9}"));
        List<Feedback> american = accept(text.formatted("hcahps", "{\"q18\": 10, \"q12\": \"no\"}"));

        // Then
        assertThat(cancer.get(0).getAnswers())
                .containsExactly(new Answer("q18", "not_applicable"), new Answer("q59", "9"));
        assertThat(american.get(0).getAnswers()).containsExactly(new Answer("q18", "10"), new Answer("q12", "no"));
        assertThat(refusals(text.formatted("ncpes-2018", "{\"q59\": 11}")))
                .containsExactly("$.answers.q59 is not an answer to this question [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]");
    }

    @Test
    void refusesAWithdrawalThatNamesNoneOrHasAnswers() {
        // When // Then
        assertThat(refusals(submission("\"withdrawn\": true")))
                .containsExactly(
                        "$.feedback_id is required to withdraw a response",
                        "$.answers must be absent or empty where withdrawn is true");
    }

    @Test
    void reportsEveryProblemOfEverySubmission() {
        // Given
        String text = "[" + submission("\"unit\": \"\"") + ", {\"questionnaire\": \"fft-2019\"}, 7]";
        List<String> allowed =
                Questionnaires.shipped().all().stream().map(Questionnaire::id).toList();

        // When
        List<String> refusals = refusals(text);

        // Then
        assertThat(allowed).contains("fft-2020");
        assertThat(refusals)
                .containsExactly(
                        "$[0].unit must be a code: text that matches [A-Za-z0-9][A-Za-z0-9._-]{0,39}",
                        "$[1].hospital is required",
                        "$[1].given_at is required",
                        "$[1].questionnaire must be one of the allowed " + allowed,
                        "$[1].answers is required",
                        "$[2] must be an object");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|$ is empty; it must be a JSON object or an array of objects",
                "[]|$ must hold at least one submission",
                "\"CANARY\"|$ must be an object",
                "{\"a\": CANARY}|$ is not JSON: see line 1, column 7",
                "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]|$ is nested deeper than 16 levels, or holds a number or a name that is too long",
                "{\"hospital\"|$ is not JSON: see line 1, column 12"
            })
    void refusesWhatIsNoSubmission(String text, String problem) {
        // When // Then
        assertThat(refusals(text)).containsExactly(problem);
    }

    @Test
    void refusesASecondValueAfterTheFirst() {
        // When // Then
        assertThat(refusals(submission("\"revision\": 1") + " {}"))
                .containsExactly("$ goes on after its end; several objects must be an array");
    }

    @ParameterizedTest
    @CsvSource({"2026-04-01T12:00:00", "2026-04-01", "1775044800000", "yesterday", "2026-04-01T25:00:00Z"})
    void refusesATimeWithoutOffsetOrThatIsNone(String time) {
        // When // Then
        assertThat(refusals(given(time)))
                .containsExactly(
                        "$.given_at must be an ISO 8601 date and time with offset, as 2026-03-01T10:15:30+00:00");
    }

    @Test
    void listsAThousandProblemsAndCountsTheRest() {
        // Given
        var problems = new Problems();

        // When
        var unused = parser.parse(("[" + "1,".repeat(1000) + "1]").getBytes(StandardCharsets.UTF_8), NOON, problems);

        // Then
        assertThat(problems.count()).isEqualTo(1001);
        assertThat(problems.listed()).hasSize(1000);
    }

    private List<Feedback> accept(String text) {
        var problems = new Problems();
        List<Feedback> read = parser.parse(text.getBytes(StandardCharsets.UTF_8), NOON, problems).stream()
                .map(Submission::response)
                .toList();
        assertThat(problems.listed()).isEmpty();
        return read;
    }

    private List<String> refusals(String text) {
        var problems = new Problems();
        var unused = parser.parse(text.getBytes(StandardCharsets.UTF_8), NOON, problems);
        return problems.listed().stream()
                .map(one -> one.path() + " " + one.message() + (one.allowed().isEmpty() ? "" : " " + one.allowed()))
                .toList();
    }

    /** A right submission with {@code field} before its other fields. */
    private static String submission(String field) {
        return """
                {%s, "hospital": "R1H", "questionnaire": "fft-2020", "given_at": "2026-04-01T12:00:00Z",
                 "answers": {"overall": "good"}}"""
                .formatted(field);
    }

    private static String given(String time) {
        return """
                {"hospital": "R1H", "questionnaire": "fft-2020", "given_at": "%s", "answers": {"overall": "good"}}
                """
                .formatted(time);
    }
}
