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
import heed.connectors.submission.DerivedIds;
import heed.schemas.Feedback;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sends responses a line, with ids of a vendor, under keys, and takes some back. */
class FeedbackLinesIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final IntakeFixture intake = new IntakeFixture();
    private final FakeWriter writer = FakeWriter.acknowledging();

    @AfterEach
    void stop() {
        intake.close();
    }

    private HttpRequest.Builder lines(String body) {
        return intake.request(BodyPublishers.ofString(body), "application/x-ndjson");
    }

    private HttpRequest.Builder at(String rest, String body) {
        return HttpRequest.newBuilder(URI.create(intake.url() + rest))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    /** Counts lines as they are asked for, so that it is seen how far ahead of the acknowledgements a sender gets. */
    private static final class Source extends InputStream {

        private final AtomicInteger asked = new AtomicInteger();
        private final int all;
        private InputStream line = InputStream.nullInputStream();

        Source(int all) {
            this.all = all;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int count = line.read(into, from, most);
            if (count >= 0) {
                return count;
            }
            if (asked.get() == all) {
                return -1;
            }
            String id = new UUID(1, asked.incrementAndGet()).toString();
            line = new ByteArrayInputStream((response(id) + "\n").getBytes(StandardCharsets.UTF_8));
            return line.read(into, from, most);
        }
    }

    @Test
    void takesEachLineByItselfAndSaysWhichWereRefused() throws Exception {
        // Given
        intake.start(writer);
        String tooLong = " ".repeat(BodyLines.LONGEST) + response(A);

        // When
        var answer = intake.send(lines(response(A) + "\r\n\n{\"hospital\": \n" + tooLong + "\n"
                + response(A).replace("good", "CANARY") + "\n" + response(null) + "\n" + response(B)));

        // Then
        JsonNode counts = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(counts.get("lines_accepted").asInt()).isEqualTo(3);
        assertThat(counts.get("lines_refused").asInt()).isEqualTo(3);
        assertThat(counts.get("ids_made").asInt()).isEqualTo(1);
        assertThat(counts.get("problems").findValuesAsText("path"))
                .containsExactly("line 3: $", "line 4: $", "line 5: $.answers.overall");
        assertThat(answer.body()).doesNotContain("CANARY");
        assertThat(writer.feedback())
                .extracting(Feedback::getFeedbackId)
                .containsExactly(A, "00000000-0000-0000-0000-000000000001", B);
        assertThat(intake.seen()).containsExactly("accepted 3");
    }

    @Test
    void takesAHundredThousandInOneRequest() throws Exception {
        // Given
        intake.start(writer);

        // When
        var answer = intake.send(
                intake.request(BodyPublishers.ofInputStream(() -> new Source(100_000)), "application/x-ndjson"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(JSON.readTree(answer.body()).get("lines_accepted").asInt()).isEqualTo(100_000);
        assertThat(writer.feedback()).hasSize(100_000);
    }

    @Test
    void readsNoFurtherThanKafkaAcknowledges() throws Exception {
        // Given
        var gate = new CompletableFuture<Void>();
        FakeWriter slow = new FakeWriter(n -> gate);
        intake.start(slow, config(200, 64, Duration.ofMinutes(1)));
        Source source = new Source(100_000);

        // When
        CompletableFuture<HttpResponse<String>> answer =
                intake.sendLater(intake.request(BodyPublishers.ofInputStream(() -> source), "application/x-ndjson"));
        await().until(() -> slow.feedback().size() == 500);
        await().during(Duration.ofMillis(300)).until(() -> slow.feedback().size() == 500);
        int read = source.asked.get();
        gate.complete(null);
        HttpResponse<String> whole = answer.join();

        // Then
        assertThat(read).isLessThan(100_000);
        assertThat(whole.statusCode()).isEqualTo(202);
        assertThat(slow.feedback()).hasSize(100_000);
    }

    @Test
    void saysFromWhichLineItIsNotCertainWhatWasRecorded() throws Exception {
        // Given
        intake.start(FakeWriter.failingFrom(700));

        // When
        var answer = intake.send(
                intake.request(BodyPublishers.ofInputStream(() -> new Source(2_000)), "application/x-ndjson"));

        // Then
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(problem.get("send_again_from_line").asInt()).isEqualTo(501);
        assertThat(problem.get("lines_accepted").asInt()).isEqualTo(500);
        assertThat(intake.seen()).containsExactly("accepted 500", "refused 503");
    }

    @Test
    void answersASenderThatReadsOnlyOnceItHasSentEverything() throws Exception {
        // Given
        intake.start(FakeWriter.failingFrom(700));
        String body = (response(A) + "\n").repeat(60_000);

        // When
        String answer =
                intake.raw("POST /feedback HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body);

        // Then
        assertThat(answer).startsWith("HTTP/1.1 503 ");
    }

    @Test
    void makesTheSameIdsUnderTheSameIdempotencyKeyAndOthersUnderAnother() throws Exception {
        // Given
        intake.start(writer);
        String two = "[" + response(null) + "," + response(null) + "]";

        // When
        var first = intake.send(intake.request(two).header("Idempotency-Key", "\"k1\""));
        var again = intake.send(intake.request(two).header("Idempotency-Key", "k1"));
        var other = intake.send(intake.request(two).header("Idempotency-Key", "k2"));
        var misused = intake.send(intake.request(response(null)).header("Idempotency-Key", "k1"));
        String lines = response(null) + "\n" + response(null);
        intake.send(lines(lines).header("Idempotency-Key", "k3"));
        intake.send(lines(lines).header("Idempotency-Key", "k3"));

        // Then
        List<String> ids =
                writer.feedback().stream().map(Feedback::getFeedbackId).toList();
        assertThat(again.body()).isEqualTo(first.body()).isNotEqualTo(other.body());
        assertThat(misused.statusCode()).isEqualTo(422);
        assertThat(ids.subList(2, 4)).isEqualTo(ids.subList(0, 2));
        assertThat(ids.subList(8, 10)).isEqualTo(ids.subList(6, 8));
        assertThat(ids).hasSize(10);
        assertThat(Set.copyOf(ids)).hasSize(6);
    }

    @Test
    void knowsAVendorsResponseByTheIdThatAnImportGivesIt() throws Exception {
        // Given
        intake.start(writer);

        // When
        var sent = intake.send(at("?source=tablets", response("17")));
        var number = intake.send(at("?source=tablets", response("17").replace("\"17\"", "17")));
        var uuid = intake.send(at("?source=tablets", response(A)));
        var withdrawn = intake.send(HttpRequest.newBuilder(URI.create(intake.url() + "/17?source=tablets&hospital=R1H"))
                .DELETE());

        // Then
        String expected = DerivedIds.ofVendor("tablets", "17").toString();
        assertThat(List.of(sent.statusCode(), number.statusCode(), uuid.statusCode(), withdrawn.statusCode()))
                .containsOnly(202);
        assertThat(writer.feedback())
                .extracting(Feedback::getFeedbackId)
                .containsExactly(expected, expected, A, expected);
        assertThat(writer.feedback()).extracting(Feedback::getWithdrawn).containsExactly(false, false, false, true);
    }

    @Test
    void spellsAHospitalAsTheFileDoesAndOneThatItDoesNotListOneWay() throws Exception {
        // Given
        intake.start(writer);

        // When
        var listed = intake.post(response(A).replace("R1H", "rqx"));
        var unlisted = intake.post(response(A));
        var otherwise = intake.post(response(B).replace("R1H", "r1h"));

        // Then
        assertThat(List.of(listed.statusCode(), unlisted.statusCode(), otherwise.statusCode()))
                .containsExactly(202, 202, 400);
        assertThat(otherwise.body()).contains("is spelt in capitals here and otherwise elsewhere");
        assertThat(writer.feedback()).extracting(Feedback::getHospital).containsExactly("RQX", "R1H");
    }
}
