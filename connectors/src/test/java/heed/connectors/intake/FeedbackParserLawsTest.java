package heed.connectors.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.connectors.submission.Problems;
import heed.connectors.submission.Submission;
import heed.connectors.submission.SubmissionReader;
import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.questionnaire.Question;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FeedbackParserLawsTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Questionnaires QUESTIONNAIRES = Questionnaires.shipped();

    private final FeedbackParser parser =
            new FeedbackParser(new SubmissionReader(QUESTIONNAIRES, Duration.ofDays(45), UUID::randomUUID));

    @Property(tries = 300)
    void readsBackEveryResponseThatCanBeSaid(@ForAll("responses") List<Feedback> responses)
            throws JsonProcessingException {
        // Given
        byte[] text = JSON.writeValueAsBytes(
                responses.stream().map(FeedbackParserLawsTest::said).toList());
        var problems = new Problems();

        // When
        List<Submission> read = parser.parse(text, NOON, problems);

        // Then
        assertThat(problems.listed()).isEmpty();
        assertThat(read).extracting(Submission::response).isEqualTo(responses);
    }

    @Property(tries = 300)
    void answersAnyTextWithProblemsOrResponsesAndNeverThrows(@ForAll byte[] text) {
        // Given
        var problems = new Problems();

        // When
        List<Submission> read = parser.parse(text, NOON, problems);

        // Then
        assertThat(read.isEmpty()).isEqualTo(problems.count() > 0);
    }

    @Provide
    Arbitrary<List<Feedback>> responses() {
        return response().list().ofMinSize(1).ofMaxSize(5);
    }

    private static Arbitrary<Feedback> response() {
        Arbitrary<String> code = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars('.', '_', '-')
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(text -> Character.isLetterOrDigit(text.charAt(0)));
        Arbitrary<Instant> time = Arbitraries.longs()
                .between(
                        NOON.minus(Duration.ofDays(45)).toEpochMilli(),
                        NOON.plus(Duration.ofHours(1)).toEpochMilli())
                .map(Instant::ofEpochMilli);
        Arbitrary<Channel> channel =
                Arbitraries.of(Channel.SMS, Channel.WEB, Channel.KIOSK, Channel.PAPER, Channel.PHONE, Channel.UNKNOWN);
        Arbitrary<Questionnaire> questionnaire = Arbitraries.of(QUESTIONNAIRES.all());
        return Combinators.combine(
                        code,
                        code.injectNull(0.3),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        time,
                        channel,
                        questionnaire,
                        Arbitraries.longs(),
                        Arbitraries.integers().between(0, 9))
                .as((hospital, unit, revision, givenAt, via, about, seed, kind) -> Feedback.newBuilder()
                        .setFeedbackId(new UUID(seed, seed).toString())
                        .setRevision(revision)
                        .setWithdrawn(kind == 0)
                        .setHospital(hospital)
                        .setUnit(unit)
                        .setQuestionnaire(about.id())
                        .setGivenAt(givenAt)
                        .setChannel(via)
                        .setAnswers(kind == 0 ? List.of() : answers(about, seed))
                        .build());
    }

    private static List<Answer> answers(Questionnaire questionnaire, long seed) {
        List<Answer> answers = new ArrayList<>();
        for (Question question : questionnaire.questions()) {
            int chosen = Math.floorMod(
                    seed + question.code().hashCode(), question.options().size() + 1);
            if (chosen < question.options().size()) {
                answers.add(new Answer(
                        question.code(), question.options().get(chosen).code()));
            }
        }
        Question first = questionnaire.questions().get(0);
        return answers.isEmpty()
                ? List.of(new Answer(first.code(), first.options().get(0).code()))
                : answers;
    }

    private static Map<String, Object> said(Feedback feedback) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("feedback_id", feedback.getFeedbackId());
        fields.put("revision", feedback.getRevision());
        fields.put("withdrawn", feedback.getWithdrawn());
        fields.put("hospital", feedback.getHospital());
        fields.put("unit", feedback.getUnit());
        fields.put("questionnaire", feedback.getQuestionnaire());
        fields.put(
                "given_at",
                feedback.getGivenAt().atOffset(ZoneOffset.ofHours(5)).toString());
        if (feedback.getChannel() != Channel.UNKNOWN) {
            fields.put("channel", feedback.getChannel().toString().toLowerCase(Locale.ROOT));
        }
        Map<String, String> answers = new LinkedHashMap<>();
        feedback.getAnswers().forEach(one -> answers.put(one.getQuestion(), one.getAnswer()));
        fields.put("answers", answers);
        return fields;
    }
}
