package heed.connectors.intake;

import static heed.connectors.intake.IntakeFixture.A;
import static heed.connectors.intake.IntakeFixture.B;
import static heed.connectors.intake.IntakeFixture.config;
import static heed.connectors.intake.IntakeFixture.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.connectors.FakeWriter;
import heed.schemas.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeServerIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final IntakeFixture intake = new IntakeFixture();

    @AfterEach
    void stop() {
        intake.close();
    }

    @Test
    void answersWithTheIdsInTheirOrderAndMakesThoseThatAreAbsent() throws Exception {
        // Given
        FakeWriter writer = FakeWriter.acknowledging();
        intake.start(writer);

        // When
        var answer = intake.post("[" + response(B) + "," + response(null) + "," + response(A) + "]");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"accepted\":[{\"feedback_id\":\"" + B
                        + "\"},{\"feedback_id\":\"00000000-0000-0000-0000-000000000001\"},{\"feedback_id\":\"" + A
                        + "\"}]}");
        assertThat(writer.feedback())
                .extracting(Feedback::getFeedbackId)
                .containsExactly(B, "00000000-0000-0000-0000-000000000001", A);
        assertThat(writer.arrivals()).containsOnly(Instant.parse("2026-04-01T12:00:00.123Z"));
        assertThat(intake.seen()).containsExactly("accepted 3");
    }

    @Test
    void waitsForTheLastAcknowledgement() throws Exception {
        // Given
        var last = new CompletableFuture<Void>();
        FakeWriter writer = new FakeWriter(n -> n == 0 ? CompletableFuture.completedFuture(null) : last);
        intake.start(writer);
        var answer = intake.sendLater(intake.request("[" + response(A) + "," + response(B) + "]"));
        await().until(() -> writer.feedback().size() == 2);
        boolean before = answer.isDone();

        // When
        last.complete(null);

        // Then
        assertThat(before).isFalse();
        assertThat(answer.join().statusCode()).isEqualTo(202);
    }

    @Test
    void takesTheSameSubmissionAgain() throws Exception {
        // Given
        FakeWriter writer = FakeWriter.acknowledging();
        intake.start(writer);

        // When
        var first = intake.post(response(A));
        var second = intake.post(response(A));

        // Then
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(writer.feedback().get(1)).isEqualTo(writer.feedback().get(0));
    }

    @Test
    void refusesAnArrayAsAWholeAndRepeatsNothingOfIt() throws Exception {
        // Given
        FakeWriter writer = FakeWriter.acknowledging();
        intake.start(writer);

        // When
        var answer = intake.post("[" + response(A) + "," + response(B).replace("good", "CANARY-words")
                + ",{\"comment\":\"CANARY\", \"CANARY it hurt\": 1}]");

        // Then
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("problems_found").asInt()).isEqualTo(6);
        assertThat(problem.get("problems").get(0).toString())
                .isEqualTo("{\"path\":\"$[1].answers.overall\",\"message\":\"is not an answer to this question\","
                        + "\"allowed\":[\"very_good\",\"good\",\"neither\",\"poor\",\"very_poor\",\"dont_know\"]}");
        assertThat(answer.body()).doesNotContain("CANARY");
        assertThat(writer.feedback()).isEmpty();
        assertThat(intake.seen()).containsExactly("refused 400");
    }

    @Test
    void answers503WithTheIdsToSendAgainWhereKafkaNeverAcknowledges() throws Exception {
        // Given
        intake.start(FakeWriter.neverAcknowledging());

        // When
        var answer = intake.post("[" + response(null) + "," + response(A) + "]");

        // Then
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.get("detail").asText()).contains("not certain").contains("Submit them again");
        assertThat(problem.get("submitted").toString())
                .isEqualTo(
                        "[{\"feedback_id\":\"00000000-0000-0000-0000-000000000001\"},{\"feedback_id\":\"" + A + "\"}]");
        assertThat(intake.seen()).containsExactly("refused 503");
    }

    @Test
    void answers503AtTheFirstFailureAndWritesNoMore() throws Exception {
        // Given
        FakeWriter writer = FakeWriter.failingFrom(1);
        intake.start(writer, config(200, 64, Duration.ofMinutes(5)));

        // When
        var answer = intake.post("[" + response(A) + "," + response(B) + "," + response(null) + "]");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(writer.feedback()).hasSize(2);
    }

    @Test
    void answers503WhereALaterFailureFollowsAWriteThatHangs() throws Exception {
        // Given
        var second = new CompletableFuture<Void>();
        FakeWriter writer = new FakeWriter(n -> n == 1 ? second : new CompletableFuture<>());
        intake.start(writer, config(200, 64, Duration.ofMinutes(5)));
        var answer = intake.sendLater(intake.request("[" + response(A) + "," + response(B) + "]"));
        await().until(() -> writer.feedback().size() == 2);

        // When
        second.completeExceptionally(new IllegalStateException("expired"));

        // Then
        assertThat(answer.join().statusCode()).isEqualTo(503);
    }

    @Test
    void answersAFaultOfItsOwnWith500AndNoDetail() throws Exception {
        // Given
        intake.start(new FakeWriter(n -> {
            throw new IllegalStateException("CANARY");
        }));

        // When
        var answer = intake.post(response(A));

        // Then
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("same feedback_id").doesNotContain("CANARY");
        assertThat(intake.seen()).containsExactly("refused 500");
    }
}
