package heed.connectors.intake;

import static heed.connectors.intake.IntakeFixture.A;
import static heed.connectors.intake.IntakeFixture.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.connectors.FakeWriter;
import heed.connectors.FeedbackNotWrittenException;
import heed.connectors.words.FakeCommentWriter;
import heed.schemas.Comment;
import heed.schemas.key.CommentKey;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeCommentsIT {

    private final IntakeFixture intake = new IntakeFixture();
    private final FakeWriter writer = FakeWriter.acknowledging();

    @AfterEach
    void stop() {
        intake.close();
    }

    @Test
    void partsACommentFromItsResponseAndTakesOutWhoItNames() throws Exception {
        // Given
        intake.start(writer);

        // When
        var answer = intake.post(commented(A, "\"Dr Smith on 07700 900123 was kind\""));

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":[{\"feedback_id\":\"" + A + "\"}]}");
        assertThat(writer.feedback()).hasSize(1);
        assertThat(writer.feedback().toString()).doesNotContain("kind");
        assertThat(intake.comments().kept().get(new CommentKey("R1H", A)).getText())
                .isEqualTo("Dr [name] on [phone number] was kind");
        assertThat(intake.seen()).containsExactly("comment kept {PHONE=1, NAME=1}", "accepted 1");
    }

    @Test
    void countsTheAnswersOfAResponseWhoseCommentItRefusesAndSaysWhy() throws Exception {
        // Given
        intake.start(writer);

        // When
        var answer = intake.post("[" + commented(A, "\"CANARY \\u0007\"") + "," + commented(B, "\"fine\"") + "]");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body())
                .isEqualTo("{\"accepted\":[{\"feedback_id\":\"" + A
                        + "\",\"comment_refused\":\"holds control characters, or halves of characters\"},{\"feedback_id\":\""
                        + B + "\"}]}");
        assertThat(writer.feedback()).hasSize(2);
        assertThat(intake.comments().kept()).containsOnlyKeys(new CommentKey("R1H", B));
        assertThat(intake.seen()).containsExactly("comment refused", "comment kept {}", "accepted 2");
    }

    @Test
    void answersOnlyOnceTheCommentIsAcknowledgedToo() throws Exception {
        // Given
        var acknowledged = new CompletableFuture<Void>();
        intake.commentsGoTo(new FakeCommentWriter(() -> acknowledged));
        intake.start(writer, IntakeFixture.config(200, 64, Duration.ofSeconds(20)));
        var answer = intake.sendLater(intake.request(commented(A, "\"fine\"")));
        await().until(() -> writer.feedback().size() == 1);
        boolean before = answer.isDone();

        // When
        acknowledged.complete(null);

        // Then
        assertThat(before).isFalse();
        assertThat(answer.join().statusCode()).isEqualTo(202);
    }

    @Test
    void saysThatNothingIsCertainWhereTheCommentWasNotTaken() throws Exception {
        // Given
        intake.commentsGoTo(new FakeCommentWriter(
                () -> CompletableFuture.failedFuture(new FeedbackNotWrittenException("broker away"))));
        intake.start(writer);

        // When
        var answer = intake.post(commented(A, "\"fine\""));

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains(A).doesNotContain("fine");
    }

    @Test
    void aCorrectionReplacesTheCommentOrTakesItAwayAndAWithdrawalTakesItAway() throws Exception {
        // Given
        intake.start(writer);
        intake.post(commented(A, "\"first\""));
        intake.post(commented(B, "\"first\""));

        // When
        intake.post(commented(A, "\"second\"").replaceFirst("\\{", "{\"revision\": 2, "));
        intake.post(commented(B, "null").replaceFirst("\\{", "{\"revision\": 2, "));
        var replaced = intake.comments().kept();
        intake.post("{\"feedback_id\": \"" + A + "\", \"withdrawn\": true, \"hospital\": \"R1H\","
                + " \"questionnaire\": \"fft-2020\", \"given_at\": \"2026-04-01T12:00:00Z\"}");

        // Then
        assertThat(replaced.values()).extracting(Comment::getText).containsExactly("second");
        assertThat(intake.comments().kept()).isEmpty();
        assertThat(intake.comments().removed())
                .extracting(CommentKey::feedbackId)
                .containsExactly(B, A);
    }

    /** Both have responses of this id, and each of them comments of its own. */
    @Test
    void whatOneHospitalTakesBackIsNotAnothers() throws Exception {
        // Given
        intake.start(writer);
        intake.post(commented(A, "\"first\""));

        // When
        intake.post(commented(A, "\"second\"").replace("R1H", "RQX"));
        var both = intake.comments().kept().keySet();
        intake.post("{\"feedback_id\": \"" + A + "\", \"withdrawn\": true, \"hospital\": \"RQX\","
                + " \"questionnaire\": \"fft-2020\", \"given_at\": \"2026-04-01T12:00:00Z\"}");

        // Then
        assertThat(both).extracting(CommentKey::hospital).containsExactlyInAnyOrder("R1H", "RQX");
        assertThat(intake.comments().kept().values())
                .extracting(Comment::getText)
                .containsExactly("first");
    }

    private static String commented(String id, String comment) {
        return IntakeFixture.response(id).replaceFirst("\\{", "{\"comment\": " + comment.replace("\\", "\\\\") + ", ");
    }
}
