package heed.connectors.intake;

import static heed.connectors.webhook.WebhookFiles.NEW_SECRET;
import static heed.connectors.webhook.WebhookFiles.SECRET;
import static heed.connectors.webhook.WebhookFiles.formbricks;
import static heed.connectors.webhook.WebhookFiles.standard;
import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.FakeWriter;
import heed.connectors.submission.DerivedIds;
import heed.connectors.webhook.WebhookFiles;
import heed.schemas.Answer;
import heed.schemas.Feedback;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Delivers as survey vendors do. */
class WebhooksIT {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final String CREATED = "2026-04-01T11:00:00.123Z";
    private static final String EDITED = "2026-04-01T11:30:00Z";

    @TempDir
    private Path directory;

    private final IntakeFixture intake = new IntakeFixture();
    private final FakeWriter writer = FakeWriter.acknowledging();

    @BeforeEach
    void start() {
        intake.takes(new WebhookFiles(directory).all());
        // Nobody has a key, and vendors need none.
        intake.asksFor(Map.of());
        intake.start(writer);
    }

    @AfterEach
    void stop() {
        intake.close();
    }

    private HttpResponse<String> deliver(String source, Map<String, String> headers, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(intake.url()).resolve("/webhooks/" + source))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return intake.send(request);
    }

    private HttpResponse<String> deliver(String secret, String id, Instant time, String body) throws Exception {
        return deliver("formbricks", standard(secret, id, time, body), body);
    }

    @Test
    void recordsADeliveryAgainAsTheSameAndAnEditAsACorrection() throws Exception {
        // Given
        String finished = formbricks("responseFinished", "r1", CREATED, "Very good");

        // When
        var first = deliver(SECRET, "m1", NOON, finished);
        var retried = deliver(NEW_SECRET, "m1", NOON.plusSeconds(5), finished);
        var edited = deliver(SECRET, "m2", NOON, formbricks("responseUpdated", "r1", EDITED, "5 - Very poor"));

        // Then
        String id = DerivedIds.ofVendor("formbricks", "r1").toString();
        assertThat(first.body()).isEqualTo("{\"accepted\":[{\"feedback_id\":\"" + id + "\"}]}");
        assertThat(List.of(first.statusCode(), retried.statusCode(), edited.statusCode()))
                .containsOnly(202);
        assertThat(writer.feedback()).extracting(Feedback::getFeedbackId).containsExactly(id, id, id);
        assertThat(writer.feedback().get(1)).isEqualTo(writer.feedback().get(0));
        assertThat(writer.feedback().get(0).getUnit()).isEqualTo("Ward-7-AMU");
        assertThat(writer.feedback().get(2).getAnswers()).containsExactly(new Answer("overall", "very_poor"));
        assertThat(writer.feedback().get(2).getRevision())
                .isEqualTo(writer.feedback().get(0).getRevision() + 1_800);
    }

    @Test
    void refusesAReplayAndWhatIsTamperedWithOldOrSignedByAnother() throws Exception {
        // Given
        String body = formbricks("responseFinished", "r1", CREATED, "Good");
        String wrong = "whsec_" + "A".repeat(32);

        // When
        var taken = deliver(SECRET, "m1", NOON, body);
        var replayed = deliver(SECRET, "m1", NOON, body);
        var tampered = deliver("formbricks", standard(SECRET, "m2", NOON, body), body.replace("Good", "Poor"));
        var old = deliver(SECRET, "m3", NOON.minusSeconds(301), body);
        var foreign = deliver(wrong, "m4", NOON, body);
        var unsigned = deliver("formbricks", Map.of(), body);
        var unknown = deliver("nobody", standard(SECRET, "m5", NOON, body), body);

        // Then
        assertThat(List.of(taken, replayed, tampered, old, foreign, unsigned, unknown))
                .extracting(HttpResponse::statusCode)
                .containsExactly(202, 409, 401, 401, 401, 401, 404);
        assertThat(writer.feedback()).hasSize(1);
        assertThat(tampered.body()).isEqualTo(foreign.body()).doesNotContain("whsec", "Poor");
    }

    @Test
    void takesADeliveryThatFailedBefore() throws Exception {
        // Given
        String body = formbricks("responseFinished", "r1", CREATED, "CANARY");
        String mended = formbricks("responseFinished", "r1", CREATED, "Ace");

        // When
        var refused = deliver(SECRET, "m1", NOON, body);
        var taken = deliver(SECRET, "m1", NOON, mended);

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("is no answer to this question").doesNotContain("CANARY");
        assertThat(taken.statusCode()).isEqualTo(202);
    }

    @Test
    void leavesOutWhatTheMappingLeavesOut() throws Exception {
        // When
        var created = deliver(SECRET, "m1", NOON, formbricks("responseCreated", "r1", CREATED, "Good"));

        // Then
        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.body()).isEqualTo("{\"accepted\":[]}");
        assertThat(writer.feedback()).isEmpty();
    }

    @Test
    void findsTypeformsAnswerByItsQuestionWhereverItStands() throws Exception {
        // Given
        String body =
                """
                {"event_id": "e1", "event_type": "form_response", "form_response": {"token": "t1",
                 "submitted_at": "2026-04-01T11:00:00Z", "hidden": {"hospital": "rqx"}, "answers": [
                 {"type": "text", "text": "CANARY", "field": {"ref": "why"}},
                 {"type": "choice", "choice": {"label": "Don\u2019t know"}, "field": {"ref": "overall"}}]}}
                """;

        // When
        var taken = deliver("typeform", WebhookFiles.typeform(body), body);
        var again = deliver("typeform", WebhookFiles.typeform(body), body);

        // Then
        assertThat(List.of(taken.statusCode(), again.statusCode())).containsOnly(202);
        assertThat(writer.feedback().get(0).getHospital()).isEqualTo("RQX");
        assertThat(writer.feedback().get(0).getAnswers()).containsExactly(new Answer("overall", "dont_know"));
        assertThat(writer.feedback().get(1)).isEqualTo(writer.feedback().get(0));
    }
}
