package heed.connectors.intake;

import static heed.connectors.intake.IntakeFixture.A;
import static heed.connectors.intake.IntakeFixture.B;
import static heed.connectors.intake.IntakeFixture.config;
import static heed.connectors.intake.IntakeFixture.response;
import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.FakeWriter;
import heed.connectors.fhir.FhirFiles;
import heed.connectors.webhook.WebhookFiles;
import heed.schemas.KeyPurpose;
import heed.schemas.ProgramKey;
import heed.schemas.access.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the intake to its description. */
class IntakeDescriptionIT {

    private static final String SEND = "post /feedback";
    private static final String WITHDRAW = "delete /feedback/{id}";
    private static final String DELIVER = "post /webhooks/{source}";
    private static final String KEY = "heed_in_of_R1H";

    @TempDir
    private Path directory;

    private final IntakeFixture intake = new IntakeFixture();
    private final Map<HttpResponse<String>, String> answers = new LinkedHashMap<>();

    @AfterEach
    void stop() {
        intake.close();
    }

    private HttpRequest.Builder lines(String body) {
        return intake.request(BodyPublishers.ofString(body), "application/x-ndjson");
    }

    private HttpRequest.Builder delete(String rest) {
        return HttpRequest.newBuilder(URI.create(intake.url() + rest)).DELETE();
    }

    private HttpRequest.Builder at(String rest) {
        return HttpRequest.newBuilder(URI.create(intake.url() + rest))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(response(A)));
    }

    private void ask(String operation, HttpRequest.Builder request) throws Exception {
        answers.put(intake.send(request), operation);
    }

    private void askForGood() throws Exception {
        ask(SEND, intake.request(response(A)));
        ask(SEND, intake.request(response(A)).header("Idempotency-Key", "k1"));
        ask(SEND, intake.request(response(B)).header("Idempotency-Key", "k1"));
        ask(SEND, intake.request(response(B)).header("Idempotency-Key", ""));
        ask(SEND, intake.request("{}"));
        ask(SEND, intake.request(" ".repeat(IntakeServer.MOST_BYTES + 1)));
        ask(SEND, intake.request(BodyPublishers.ofString("x"), "text/plain"));
        ask(SEND, lines(response(A) + "\n{}\n" + response(null)));
        ask(SEND, lines("{}\n\n"));
        ask(SEND, at("?source=tablets"));
        ask(SEND, at("?sauce=tablets"));
        ask(SEND, at("?source=a%20b"));
        ask(WITHDRAW, delete("/" + A + "?hospital=R1H"));
        ask(WITHDRAW, delete("/17?hospital=R1H&source=tablets"));
        ask(WITHDRAW, delete("/17?hospital=R1H"));
        ask(WITHDRAW, delete("/" + A));
        ask("get /openapi.yaml", description());
        String finished = delivery("Good");
        ask(DELIVER, delivered("m5", " ".repeat(IntakeServer.MOST_BYTES + 1)));
        ask(DELIVER, delivered("m6", finished).uri(URI.create(intake.url()).resolve("/webhooks/nobody")));
        ask(DELIVER, delivered("m1", finished));
        ask(DELIVER, delivered("m1", finished));
        ask(DELIVER, delivered("m2", finished.replace("responseFinished", "responseCreated")));
        ask(DELIVER, delivered("m3", delivery("none")));
        ask(DELIVER, delivered("m4", finished).setHeader("webhook-signature", "v1,"));
    }

    private void askFhir(List<FhirCalls.Call> calls) throws Exception {
        for (FhirCalls.Call call : calls) {
            ask(call.operation(), call.request());
        }
    }

    private FhirCalls fhir() {
        return new FhirCalls(intake.url());
    }

    private static String delivery(String answer) {
        return WebhookFiles.formbricks("responseFinished", "r1", "2026-04-01T11:00:00Z", answer);
    }

    private HttpRequest.Builder delivered(String id, String body) {
        var request = HttpRequest.newBuilder(URI.create(intake.url()).resolve("/webhooks/formbricks"))
                .POST(BodyPublishers.ofString(body));
        WebhookFiles.standard(WebhookFiles.SECRET, id, Instant.parse("2026-04-01T12:00:00Z"), body)
                .forEach(request::header);
        return request;
    }

    private HttpRequest.Builder description() {
        return HttpRequest.newBuilder(URI.create(intake.url()).resolve("/openapi.yaml"));
    }

    @Test
    void answersAsDescribedWhateverIsAsked() throws Exception {
        // Given
        intake.takes(new WebhookFiles(directory).all());

        // When
        intake.start(FakeWriter.acknowledging(), config(64, 64, Duration.ofMillis(300)));
        askFhir(fhir().good());
        intake.close();
        intake.takes(new FhirFiles(directory).all());
        intake.start(FakeWriter.acknowledging(), config(64, 64, Duration.ofMillis(300)));
        askFhir(fhir().good());
        askFhir(fhir().others());
        intake.close();
        intake.start(FakeWriter.acknowledging(), config(16, 64, Duration.ofMillis(300)));
        askForGood();
        ask(SEND, intake.request(response(A)));
        ask(WITHDRAW, delete("/" + A + "?hospital=R1H"));
        ask(DELIVER, delivered("m7", delivery("Good")));
        askFhir(fhir().good());
        var document = new IntakeDocument(intake.send(description()).body());
        intake.close();
        intake.start(FakeWriter.neverAcknowledging());
        ask(SEND, intake.request(response(A)));
        ask(SEND, lines(response(A)));
        ask(WITHDRAW, delete("/" + A + "?hospital=R1H"));
        ask(DELIVER, delivered("m1", delivery("Good")));
        askFhir(fhir().good().subList(0, 3));
        intake.close();
        String id = Secret.digest(KEY);
        intake.asksFor(Map.of(
                id,
                ProgramKey.newBuilder()
                        .setKeyId(id)
                        .setBeginning(KEY.substring(0, 8))
                        .setName("tablets")
                        .setPurpose(KeyPurpose.INTAKE)
                        .setHospitals(List.of("H2"))
                        .setPerMinute(1000)
                        .setCreatedAt(Instant.EPOCH)
                        .setCreatedBy("ops")
                        .build()));
        intake.start(FakeWriter.acknowledging());
        ask(SEND, intake.request(response(A)));
        ask(WITHDRAW, delete("/" + A + "?hospital=R1H"));
        ask(SEND, intake.request(response(A)).header("Authorization", "Bearer " + KEY));
        ask(SEND, lines(response(A)).header("Authorization", "Bearer " + KEY));
        ask(WITHDRAW, delete("/" + A + "?hospital=R1H").header("Authorization", "Bearer " + KEY));

        askFhir(fhir().good().subList(0, 3));
        askFhir(fhir().good().subList(0, 3).stream()
                .map(each -> fhir().with(each, "Authorization", "Bearer " + KEY))
                .toList());

        // Then
        Map<String, Set<String>> seen = new LinkedHashMap<>();
        for (Map.Entry<HttpResponse<String>, String> each : answers.entrySet()) {
            HttpResponse<String> answer = each.getKey();
            assertThat(document.problems(each.getValue(), answer))
                    .as(answer.request() + " " + answer.body())
                    .isEmpty();
            seen.computeIfAbsent(each.getValue(), operation -> new TreeSet<>())
                    .add(String.valueOf(answer.statusCode()));
        }
        assertThat(document.operations()).containsExactlyInAnyOrderElementsOf(seen.keySet());
        // A body that comes too slowly takes half a minute to be one.
        seen.get(SEND).add("408");
        List.of(DELIVER, FhirCalls.CREATE, FhirCalls.UPDATE, FhirCalls.BUNDLE)
                .forEach(operation -> seen.get(operation).add("408"));
        seen.forEach(
                (operation, statuses) -> assertThat(statuses).as(operation).isEqualTo(document.statuses(operation)));
    }
}
