package heed.connectors.intake;

import static heed.connectors.intake.IntakeFixture.A;
import static heed.connectors.intake.IntakeFixture.B;
import static heed.connectors.intake.IntakeFixture.config;
import static heed.connectors.intake.IntakeFixture.padded;
import static heed.connectors.intake.IntakeFixture.response;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import heed.connectors.FakeWriter;
import heed.schemas.listen.ForwardedBy;
import heed.schemas.listen.Network;
import heed.schemas.listen.Proxies;
import heed.schemas.listen.Reach;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeLimitsIT {

    private static final int LIMIT = 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final IntakeFixture intake = new IntakeFixture();

    @AfterEach
    void stop() {
        intake.close();
    }

    @Test
    void takesABodyOfTheLimitAndRefusesOneByteMore() throws Exception {
        // Given
        FakeWriter writer = FakeWriter.acknowledging();
        intake.start(writer);

        // When
        var atLimit = intake.post(padded(LIMIT));
        var pastLimit = intake.post(padded(LIMIT + 1));

        // Then
        assertThat(atLimit.statusCode()).isEqualTo(202);
        assertThat(pastLimit.statusCode()).isEqualTo(413);
        assertThat(writer.feedback()).hasSize(1);
    }

    @Test
    void refusesAChunkedBodyPastTheLimit() throws Exception {
        // Given
        intake.start(FakeWriter.acknowledging());

        // When
        var atLimit = intake.send(intake.chunked(padded(LIMIT)));
        var pastLimit = intake.send(intake.chunked(padded(LIMIT + 1)));

        // Then
        assertThat(atLimit.statusCode()).isEqualTo(202);
        assertThat(pastLimit.statusCode()).isEqualTo(413);
        assertThat(pastLimit.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void refusesADeclaredLengthPastTheLimitWithoutWaitingForTheBody() throws Exception {
        // Given
        intake.start(FakeWriter.acknowledging());

        // When
        String answer = intake.raw("POST /feedback HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 1048577\r\n\r\n[");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void takesNothingThatIsSentToAnotherName() throws Exception {
        // Given
        FakeWriter writer = FakeWriter.acknowledging();
        intake.start(writer);
        String rest = "\r\nContent-Type: application/json\r\nContent-Length: "
                + response(A).length() + "\r\n\r\n" + response(A);

        // When
        String other = intake.raw("POST /feedback HTTP/1.1\r\nHost: evil.example:8081" + rest);
        String nowhere = intake.raw("POST /nowhere HTTP/1.1\r\nHost: evil.example:8081" + rest);
        String own = intake.raw("POST /feedback HTTP/1.1\r\nHost: INTAKE.example:8081" + rest);
        String nobody = intake.raw("POST /feedback HTTP/1.0" + rest);

        // Then
        assertThat(other).startsWith("HTTP/1.1 421 ");
        assertThat(nowhere).startsWith("HTTP/1.1 421 ");
        assertThat(own).startsWith("HTTP/1.1 202 ");
        assertThat(nobody).startsWith("HTTP/1.1 202 ");
        assertThat(writer.feedback()).hasSize(2);
        assertThat(intake.seen()).containsExactly("refused 421", "refused 421", "accepted 1", "accepted 1");
    }

    @Test
    void refusesOtherContentTypesAndCompression() throws Exception {
        // Given
        intake.start(FakeWriter.acknowledging());

        // When
        List<Integer> statuses = List.of(
                intake.status("text/plain", "identity"),
                intake.status("application/json; charset=iso-8859-1", "identity"),
                intake.status("application/json", "gzip"),
                intake.status("application/json; charset=utf-8", "identity"));

        // Then
        assertThat(statuses).containsExactly(415, 415, 415, 202);
    }

    @Test
    void answersAnExcessOfRequestsWith429WhateverTheForwardingHeaderSays() throws Exception {
        // Given
        intake.start(FakeWriter.acknowledging(), config(2, 64, Duration.ofSeconds(1)));

        // When
        var first = intake.send(intake.request(response(A)).header("X-Forwarded-For", "10.0.0.1"));
        var second = intake.send(intake.request(response(A)).header("X-Forwarded-For", "10.0.0.2"));
        var third = intake.send(intake.request(response(A)).header("X-Forwarded-For", "10.0.0.3"));

        // Then
        assertThat(List.of(first.statusCode(), second.statusCode(), third.statusCode()))
                .containsExactly(202, 202, 429);
        assertThat(third.headers().firstValue("Retry-After")).contains("1");
        assertThat(third.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void givesEachClientBehindATrustedProxyARateOfItsOwn() throws Exception {
        // Given
        var proxies = new Proxies(List.of(Network.parse("127.0.0.1")), ForwardedBy.X_FORWARDED);
        intake.start(
                FakeWriter.acknowledging(), config(1, 64, Duration.ofSeconds(1), new Reach(Optional.empty(), proxies)));

        // When
        var first = intake.send(intake.request(response(A)).header("X-Forwarded-For", "203.0.113.1"));
        var other = intake.send(intake.request(response(A)).header("X-Forwarded-For", "203.0.113.2"));
        var again = intake.send(intake.request(response(A)).header("X-Forwarded-For", "203.0.113.9, 203.0.113.1"));

        // Then
        assertThat(List.of(first.statusCode(), other.statusCode(), again.statusCode()))
                .containsExactly(202, 202, 429);
    }

    @Test
    void answersRequestsPastTheBoundInWorkWith429AndTakesThemAfterwards() throws Exception {
        // Given
        var pending = new CompletableFuture<Void>();
        FakeWriter writer = new FakeWriter(n -> n == 0 ? pending : CompletableFuture.completedFuture(null));
        intake.start(writer, config(200, 1, Duration.ofMinutes(5)));
        var first = intake.sendLater(intake.request(response(A)));
        await().until(() -> writer.feedback().size() == 1);

        // When
        var second = intake.post(response(B));
        pending.complete(null);
        int firstStatus = first.join().statusCode();
        var third = intake.post(response(B));

        // Then
        assertThat(List.of(firstStatus, second.statusCode(), third.statusCode()))
                .containsExactly(202, 429, 202);
        assertThat(second.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void aClientTakesHalfOfThePlacesInWorkAtMost() throws Exception {
        // Given
        var pending = new CompletableFuture<Void>();
        FakeWriter writer = new FakeWriter(n -> n == 0 ? pending : CompletableFuture.completedFuture(null));
        intake.start(writer, config(200, 2, Duration.ofMinutes(5)));
        var first = intake.sendLater(intake.request(response(A)));
        await().until(() -> writer.feedback().size() == 1);

        // When
        int second = intake.statusFrom("127.0.0.1", response(B));
        int other = intake.statusFrom("127.0.0.2", response(B));
        pending.complete(null);
        int firstStatus = first.join().statusCode();

        // Then
        assertThat(List.of(firstStatus, second, other)).containsExactly(202, 429, 202);
    }

    @Test
    void countsOnlyWholeRequestsTowardsAClientsRate() throws Exception {
        // Given
        intake.start(FakeWriter.acknowledging(), config(1, 64, Duration.ofSeconds(1)));

        // When
        List<Integer> statuses = List.of(
                intake.statusOfBrokenOff(),
                intake.statusOfBrokenOff(),
                intake.statusFrom("127.0.0.1", response(A)),
                intake.statusFrom("127.0.0.1", response(B)));

        // Then
        assertThat(statuses).containsExactly(400, 400, 202, 429);
    }

    @Test
    void keepsNobodyOutForConnectionsThatTrickleTheirBodies() throws Exception {
        // Given
        intake.start(FakeWriter.acknowledging());
        List<Socket> trickling = new ArrayList<>();
        try {
            for (int i = 0; i < 256; i++) {
                trickling.add(intake.trickle("[{\"hospital\""));
            }

            // When
            var others = List.of(intake.post(response(A)), intake.post(response(B)));

            // Then
            assertThat(others).extracting(HttpResponse::statusCode).containsExactly(202, 202);
        } finally {
            for (Socket each : trickling) {
                each.close();
            }
        }
    }

    @Test
    void takesUtf8AndNoOtherEncoding() throws Exception {
        // Given
        intake.start(FakeWriter.acknowledging());
        String body = response(A);

        // When
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Charset encoding :
                List.of(UTF_16, UTF_16LE, UTF_16BE, Charset.forName("UTF-32"), Charset.forName("UTF-32LE"), UTF_8)) {
            answers.add(intake.send(
                    intake.request(BodyPublishers.ofByteArray(body.getBytes(encoding)), "application/json")));
        }

        // Then
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(400, 400, 400, 400, 400, 202);
        assertThat(answers.subList(0, 5))
                .allSatisfy(answer -> assertThat(answer.body()).contains("is not in UTF-8"));
    }

    @Test
    void answersOtherPathsAndMethodsInJson() throws Exception {
        // Given
        intake.start(FakeWriter.acknowledging());

        // When
        var path = intake.send(
                HttpRequest.newBuilder(URI.create(intake.url() + "s")).GET());
        var method =
                intake.send(HttpRequest.newBuilder(URI.create(intake.url())).GET());

        // Then
        assertThat(path.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(path.body()).get("title").asText()).isEqualTo("No such path");
        assertThat(path.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).contains("POST");
        assertThat(JSON.readTree(method.body()).get("status").asInt()).isEqualTo(405);
    }
}
