package heed.connectors.published;

import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.FakeWriter;
import heed.connectors.ImportProgress;
import heed.connectors.published.fft.FftTrusts;
import heed.connectors.published.ncpes.NcpesTrustQuestions;
import heed.connectors.submission.Problems;
import heed.connectors.submission.SubmissionPlace;
import heed.connectors.submission.SubmissionReader;
import heed.connectors.submission.Submitted;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Holds what imports make, which no sender says, to what is asked of every sender. */
class PublishedAsSubmissionsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration LATENESS = Duration.ofDays(45);

    private final FakeWriter writer = FakeWriter.acknowledging();
    private final SubmissionReader reader =
            new SubmissionReader(Questionnaires.shipped(), LATENESS, () -> new UUID(0, 0));

    @Test
    void whatTheFriendsAndFamilyTestBringsWouldPassIfASenderSaidIt() throws Exception {
        // When
        run(new FftTrusts(), FftTrusts.shipped());

        // Then
        assertEveryResponsePasses();
    }

    @Test
    void whatTheCancerSurveyBringsWouldPassIfASenderSaidIt() throws Exception {
        // When
        run(new NcpesTrustQuestions(), NcpesTrustQuestions.shipped());

        // Then
        assertEveryResponsePasses();
    }

    private void run(PublishedFormat format, PublishedSource source) throws InterruptedException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
        new PublishedImport(format, writer, code -> LONDON, LATENESS, clock).run(source, ImportProgress.NONE);
    }

    private void assertEveryResponsePasses() {
        var problems = new Problems();
        List<Feedback> feedback = writer.feedback();
        List<Instant> arrivals = writer.arrivals();
        for (int i = 0; i < feedback.size(); i++) {
            var unused = reader.read(new Response(i), said(feedback.get(i)), arrivals.get(i), problems);
        }
        assertThat(feedback).isNotEmpty().allMatch(one -> one.getChannel() == Channel.PUBLISHED);
        assertThat(problems.listed()).isEmpty();
    }

    /** The channel is left out: no sender may say that figures were published. */
    private static Submitted said(Feedback feedback) {
        Map<String, Submitted> fields = new LinkedHashMap<>();
        fields.put("feedback_id", new Submitted.Text(feedback.getFeedbackId()));
        fields.put("hospital", new Submitted.Text(feedback.getHospital()));
        fields.put("questionnaire", new Submitted.Text(feedback.getQuestionnaire()));
        fields.put("given_at", new Submitted.Text(feedback.getGivenAt().toString()));
        Map<String, Submitted> answers = new LinkedHashMap<>();
        feedback.getAnswers().forEach(one -> answers.put(one.getQuestion(), new Submitted.Text(one.getAnswer())));
        fields.put("answers", new Submitted.Fields(answers));
        return new Submitted.Fields(fields);
    }

    private record Response(int number) implements SubmissionPlace {

        @Override
        public String text() {
            return "response " + number;
        }

        @Override
        public SubmissionPlace field(String name) {
            return this;
        }
    }
}
