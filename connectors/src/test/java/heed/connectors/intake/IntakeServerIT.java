package heed.connectors.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.connectors.FakeWriter;
import heed.schemas.Feedback;
import heed.schemas.questionnaire.Questionnaires;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeServerIT {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00.123456Z");
    private static final String A = "aaaaaaaa-0000-4000-8000-000000000000";
    private static final String B = "bbbbbbbb-0000-4000-8000-000000000000";
    private static final int LIMIT = 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final CountingObserver observer = new CountingObserver();
    private IntakeServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersWithTheIdsInTheirOrderAndMakesThoseThatAreAbsent() throws Exception {
        // Given
        FakeWriter writer = FakeWriter.acknowledging();
        start(writer);

        // When
        var answer = post("[" + response(B) + "," + response(null) + "," + response(A) + "]");

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
        assertThat(observer.seen).containsExactly("accepted 3");
    }

    @Test
    void waitsForTheLastAcknowledgement() throws Exception {
        // Given
        var last = new CompletableFuture<Void>();
        FakeWriter writer = new FakeWriter(n -> n == 0 ? CompletableFuture.completedFuture(null) : last);
        start(writer);
        var answer = client.sendAsync(
                request("[" + response(A) + "," + response(B) + "]").build(), BodyHandlers.ofString());
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
        start(writer);

        // When
        var first = post(response(A));
        var second = post(response(A));

        // Then
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(writer.feedback().get(1)).isEqualTo(writer.feedback().get(0));
    }

    @Test
    void refusesAnArrayAsAWholeAndRepeatsNothingOfIt() throws Exception {
        // Given
        FakeWriter writer = FakeWriter.acknowledging();
        start(writer);

        // When
        var answer = post("[" + response(A) + "," + response(B).replace("good", "CANARY-words")
                + ",{\"comment\":\"CANARY\", \"CANARY it hurt\": 1}]");

        // Then
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("problems_found").asInt()).isEqualTo(7);
        assertThat(problem.get("problems").get(0).toString())
                .isEqualTo("{\"path\":\"$[1].answers.overall\",\"message\":\"is not an answer to this question\","
                        + "\"allowed\":[\"very_good\",\"good\",\"neither\",\"poor\",\"very_poor\",\"dont_know\"]}");
        assertThat(answer.body()).doesNotContain("CANARY");
        assertThat(writer.feedback()).isEmpty();
        assertThat(observer.seen).containsExactly("refused 400");
    }

    @Test
    void answers503WithTheIdsToSendAgainWhereKafkaNeverAcknowledges() throws Exception {
        // Given
        start(FakeWriter.neverAcknowledging());

        // When
        var answer = post("[" + response(null) + "," + response(A) + "]");

        // Then
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.get("detail").asText()).contains("not certain").contains("Submit them again");
        assertThat(problem.get("submitted").toString())
                .isEqualTo(
                        "[{\"feedback_id\":\"00000000-0000-0000-0000-000000000001\"},{\"feedback_id\":\"" + A + "\"}]");
        assertThat(observer.seen).containsExactly("refused 503");
    }

    @Test
    void answers503AtTheFirstFailureAndWritesNoMore() throws Exception {
        // Given
        FakeWriter writer = FakeWriter.failingFrom(1);
        start(writer, config(200, 64, Duration.ofMinutes(5)));

        // When
        var answer = post("[" + response(A) + "," + response(B) + "," + response(null) + "]");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(writer.feedback()).hasSize(2);
    }

    @Test
    void answers503WhereALaterFailureFollowsAWriteThatHangs() throws Exception {
        // Given
        var second = new CompletableFuture<Void>();
        FakeWriter writer = new FakeWriter(n -> n == 1 ? second : new CompletableFuture<>());
        start(writer, config(200, 64, Duration.ofMinutes(5)));
        var answer = client.sendAsync(
                request("[" + response(A) + "," + response(B) + "]").build(), BodyHandlers.ofString());
        await().until(() -> writer.feedback().size() == 2);

        // When
        second.completeExceptionally(new IllegalStateException("expired"));

        // Then
        assertThat(answer.join().statusCode()).isEqualTo(503);
    }

    @Test
    void takesABodyOfTheLimitAndRefusesOneByteMore() throws Exception {
        // Given
        FakeWriter writer = FakeWriter.acknowledging();
        start(writer);

        // When
        var atLimit = post(padded(LIMIT));
        var pastLimit = post(padded(LIMIT + 1));

        // Then
        assertThat(atLimit.statusCode()).isEqualTo(202);
        assertThat(pastLimit.statusCode()).isEqualTo(413);
        assertThat(writer.feedback()).hasSize(1);
    }

    @Test
    void refusesAChunkedBodyPastTheLimit() throws Exception {
        // Given
        start(FakeWriter.acknowledging());

        // When
        var atLimit = send(chunked(padded(LIMIT)));
        var pastLimit = send(chunked(padded(LIMIT + 1)));

        // Then
        assertThat(atLimit.statusCode()).isEqualTo(202);
        assertThat(pastLimit.statusCode()).isEqualTo(413);
        assertThat(pastLimit.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void refusesADeclaredLengthPastTheLimitWithoutWaitingForTheBody() throws Exception {
        // Given
        start(FakeWriter.acknowledging());

        // When
        String answer = raw("POST /feedback HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                + "Content-Length: 1048577\r\n\r\n[");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void refusesOtherContentTypesAndCompression() throws Exception {
        // Given
        start(FakeWriter.acknowledging());

        // When
        List<Integer> statuses = List.of(
                status("text/plain", "identity"),
                status("application/json; charset=iso-8859-1", "identity"),
                status("application/json", "gzip"),
                status("application/json; charset=utf-8", "identity"));

        // Then
        assertThat(statuses).containsExactly(415, 415, 415, 202);
    }

    @Test
    void answersAnExcessOfRequestsWith429WhateverTheForwardingHeaderSays() throws Exception {
        // Given
        start(FakeWriter.acknowledging(), config(2, 64, Duration.ofSeconds(1)));

        // When
        var first = send(request(response(A)).header("X-Forwarded-For", "10.0.0.1"));
        var second = send(request(response(A)).header("X-Forwarded-For", "10.0.0.2"));
        var third = send(request(response(A)).header("X-Forwarded-For", "10.0.0.3"));

        // Then
        assertThat(List.of(first.statusCode(), second.statusCode(), third.statusCode()))
                .containsExactly(202, 202, 429);
        assertThat(third.headers().firstValue("Retry-After")).contains("1");
        assertThat(third.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void answersRequestsPastTheBoundInWorkWith429AndTakesThemAfterwards() throws Exception {
        // Given
        var pending = new CompletableFuture<Void>();
        FakeWriter writer = new FakeWriter(n -> n == 0 ? pending : CompletableFuture.completedFuture(null));
        start(writer, config(200, 1, Duration.ofMinutes(5)));
        var first = client.sendAsync(request(response(A)).build(), BodyHandlers.ofString());
        await().until(() -> writer.feedback().size() == 1);

        // When
        var second = post(response(B));
        pending.complete(null);
        int firstStatus = first.join().statusCode();
        var third = post(response(B));

        // Then
        assertThat(List.of(firstStatus, second.statusCode(), third.statusCode()))
                .containsExactly(202, 429, 202);
        assertThat(second.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void answersOtherPathsAndMethodsInJson() throws Exception {
        // Given
        start(FakeWriter.acknowledging());

        // When
        var path = send(HttpRequest.newBuilder(URI.create(server.url() + "s")).GET());
        var method = send(HttpRequest.newBuilder(URI.create(server.url())).GET());

        // Then
        assertThat(path.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(path.body()).get("title").asText()).isEqualTo("No such path");
        assertThat(path.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).contains("POST");
        assertThat(JSON.readTree(method.body()).get("status").asInt()).isEqualTo(405);
    }

    @Test
    void answersAFaultOfItsOwnWith500AndNoDetail() throws Exception {
        // Given
        start(new FakeWriter(n -> {
            throw new IllegalStateException("CANARY");
        }));

        // When
        var answer = post(response(A));

        // Then
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("same feedback_id").doesNotContain("CANARY");
        assertThat(observer.seen).containsExactly("refused 500");
    }

    private void start(FakeWriter writer) {
        start(writer, config(200, 64, Duration.ofMillis(300)));
    }

    private void start(FakeWriter writer, IntakeConfig config) {
        var ids = new AtomicLong();
        server = IntakeServer.start(
                config,
                Questionnaires.shipped(),
                writer,
                observer,
                Clock.fixed(NOON, ZoneOffset.UTC),
                () -> new UUID(0, ids.incrementAndGet()));
    }

    private static IntakeConfig config(int burst, int inFlight, Duration ackTimeout) {
        return new IntakeConfig("127.0.0.1", 0, ackTimeout, Duration.ofDays(45), 1, burst, inFlight);
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(request(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String body) {
        return request(BodyPublishers.ofString(body), "application/json");
    }

    private HttpRequest.Builder request(BodyPublisher body, String type) {
        return HttpRequest.newBuilder(URI.create(server.url()))
                .header("Content-Type", type)
                .POST(body);
    }

    private HttpRequest.Builder chunked(String body) {
        return request(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8))), "application/json");
    }

    private int status(String type, String encoding) throws IOException, InterruptedException {
        return send(request(BodyPublishers.ofString(response(A)), type).header("Content-Encoding", encoding))
                .statusCode();
    }

    private String raw(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(UTF_8));
            byte[] answer = socket.getInputStream().readNBytes(20);
            return new String(answer, UTF_8);
        }
    }

    private static String response(String id) {
        return (id == null ? "{" : "{\"feedback_id\": \"" + id + "\", ")
                + "\"hospital\": \"R1H\", \"questionnaire\": \"fft-2020\", \"given_at\": \"2026-04-01T12:00:00Z\","
                + " \"answers\": {\"overall\": \"good\"}}";
    }

    private static String padded(int bytes) {
        String response = response(A);
        return response + " ".repeat(bytes - response.length());
    }

    private static final class CountingObserver implements IntakeObserver {
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void accepted(int responses) {
            seen.add("accepted " + responses);
        }

        @Override
        public void refused(int status) {
            seen.add("refused " + status);
        }
    }
}
