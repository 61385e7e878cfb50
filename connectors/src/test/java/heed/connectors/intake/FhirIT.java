package heed.connectors.intake;

import static heed.connectors.fhir.FhirFiles.bundle;
import static heed.connectors.fhir.FhirFiles.coding;
import static heed.connectors.fhir.FhirFiles.entry;
import static heed.connectors.fhir.FhirFiles.response;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.connectors.FakeWriter;
import heed.connectors.fhir.FhirFiles;
import heed.connectors.fhir.FhirMappings;
import heed.connectors.submission.DerivedIds;
import heed.schemas.Answer;
import heed.schemas.Comment;
import heed.schemas.Feedback;
import heed.schemas.KeyPurpose;
import heed.schemas.ProgramKey;
import heed.schemas.access.Secret;
import heed.schemas.key.CommentKey;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sends as clients of FHIR do, and reads every answer as they would. */
class FhirIT {

    private static final String FHIR_JSON = "application/fhir+json";
    private static final FhirContext R4 = FhirContext.forR4();

    private static FhirMappings mappings;

    private final IntakeFixture intake = new IntakeFixture();
    private final FakeWriter writer = FakeWriter.acknowledging();

    @BeforeAll
    static void read(@TempDir Path directory) {
        mappings = new FhirFiles(directory).all();
    }

    @BeforeEach
    void prepare() {
        intake.takes(mappings);
    }

    @AfterEach
    void stop() {
        intake.close();
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(intake.url()).resolve(path))
                .header("Content-Type", FHIR_JSON)
                .method(method, BodyPublishers.ofString(body));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return intake.send(request("POST", path, body));
    }

    private HttpResponse<String> send(String response) throws Exception {
        return post("/fhir/QuestionnaireResponse", response);
    }

    /** Reads an answer as HAPI's strict parser does. */
    private static IBaseResource read(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(FHIR_JSON);
        var parser = R4.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        return parser.parseResource(answer.body());
    }

    private static OperationOutcome.OperationOutcomeIssueComponent issue(HttpResponse<String> answer) {
        return ((OperationOutcome) read(answer)).getIssueFirstRep();
    }

    private static String id(String of) {
        return DerivedIds.ofVendor("epr", of).toString();
    }

    @Test
    void recordsACompletedAnAmendedAndAnErroneousResponse() throws Exception {
        // Given
        intake.start(writer);
        String amended = response("r1", coding("g"))
                .replace("\"completed\"", "\"amended\"")
                .replace("\"versionId\": \"1\"", "\"versionId\": \"2\"");

        // When
        var created = send(response("r1"));
        var again = send(response("r1"));
        var corrected = intake.send(request("PUT", "/fhir/QuestionnaireResponse/local-1", amended));
        var withdrawn = send(response("r1").replace("\"completed\"", "\"entered-in-error\""));

        // Then
        assertThat(List.of(created, again, corrected, withdrawn))
                .extracting(HttpResponse::statusCode)
                .containsExactly(201, 201, 200, 200);
        assertThat(created.headers().firstValue("Location")).contains("/fhir/QuestionnaireResponse/" + id("r1"));
        assertThat(issue(created).getDiagnostics()).isEqualTo("Recorded; its feedback_id is " + id("r1"));
        assertThat(writer.feedback()).extracting(Feedback::getFeedbackId).containsOnly(id("r1"));
        assertThat(writer.feedback()).extracting(Feedback::getRevision).containsExactly(1, 1, 2, 1);
        assertThat(writer.feedback().get(2).getAnswers()).containsExactly(new Answer("overall", "good"));
        assertThat(writer.feedback().get(3).getWithdrawn()).isTrue();
        assertThat(intake.comments().removed())
                .extracting(CommentKey::feedbackId)
                .contains(id("r1"));
        assertThat(intake.comments().kept()).isEmpty();
        assertThat(intake.seen())
                .filteredOn(each -> each.startsWith("accepted"))
                .hasSize(4);
    }

    @Test
    void keepsTheCommentApartAndSaysWhereItWasNotKept() throws Exception {
        // Given
        intake.start(writer);

        // When
        var kept = send(response("r1"));
        var refused = send(response("r2").replace("CANARY said so", "CANARY ".repeat(40)));

        // Then
        assertThat(intake.comments().kept().values())
                .extracting(Comment::getText)
                .containsExactly("CANARY said so");
        assertThat(writer.feedback().toString()).doesNotContain("CANARY");
        assertThat(refused.statusCode()).isEqualTo(201);
        assertThat(refused.body())
                .contains("\"warning\"", "is longer than 200 characters")
                .doesNotContain("CANARY");
        assertThat(kept.body()).doesNotContain("CANARY");
    }

    @Test
    void recordsAllOfATransactionOrNothing() throws Exception {
        // Given
        intake.start(writer);
        String good = entry("urn:uuid:1", response("r1"));
        String bad = entry("urn:uuid:2", response("r2", coding("CANARY")));
        String malformed = entry("urn:uuid:3", response("r3").replace("\"completed\"", "\"CANARY\""));

        // When
        var refused = post("/fhir", bundle("transaction", good, bad, malformed));
        int written = writer.feedback().size();
        var taken = post("/fhir", bundle("transaction", good, entry("urn:uuid:4", response("r4"))));

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(((OperationOutcome) read(refused)).getIssue())
                .extracting(issue -> issue.getExpression().get(0).getValue())
                .containsExactly(
                        "Bundle.entry[1].resource.item[0].item[0].answer[0].value", "Bundle.entry[2].resource.status");
        assertThat(refused.body()).doesNotContain("CANARY");
        assertThat(written).isZero();
        assertThat(taken.statusCode()).isEqualTo(200);
        JsonNode answer = new ObjectMapper().readTree(taken.body());
        read(taken);
        assertThat(answer.at("/type").asText()).isEqualTo("transaction-response");
        assertThat(answer.findValuesAsText("status")).containsExactly("201 Created", "201 Created");
        assertThat(answer.findValuesAsText("location"))
                .containsExactly("QuestionnaireResponse/" + id("r1"), "QuestionnaireResponse/" + id("r4"));
        assertThat(writer.feedback()).hasSize(2);
    }

    @Test
    void listsTwoHundredIssuesOfATransactionAndCountsTheOthers() throws Exception {
        // Given
        intake.start(writer);
        String wrong = entry(
                "urn:uuid:1",
                response("r1").replace("[{\"linkId\": \"g1\"", "[" + "{},".repeat(150) + "{\"linkId\": \"g1\""));

        // When
        var refused = post("/fhir", bundle("transaction", wrong, wrong, wrong, wrong));

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        List<OperationOutcome.OperationOutcomeIssueComponent> issues = ((OperationOutcome) read(refused)).getIssue();
        assertThat(issues).hasSize(201);
        assertThat(issues.get(199).getExpression().get(0).getValue()).startsWith("Bundle.entry[1].resource.item[");
        assertThat(issues.get(200).getDiagnostics()).isEqualTo("400 more in the Bundle");
    }

    @Test
    void takesEachOfABatchByItself() throws Exception {
        // Given
        intake.start(writer);
        String trust = "{\"resourceType\": \"Organization\", \"name\": \"CANARY\"}";

        // When
        var answer = post(
                "/fhir",
                bundle(
                        "batch",
                        entry("urn:uuid:1", response("r1", coding("CANARY"))),
                        entry("urn:uuid:2", response("r2").replace("\"linkId\": \"g1\"", "\"linkId\": 1")),
                        entry("urn:uuid:3", response("r3")),
                        entry("urn:uuid:4", "Organization", trust)));

        // Then
        read(answer);
        JsonNode entries = new ObjectMapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(entries.findValuesAsText("status"))
                .containsExactly("422 Unprocessable Entity", "400 Bad Request", "201 Created", "200 OK");
        assertThat(entries.at("/entry/1/response/outcome/issue/0/expression/0").asText())
                .isEqualTo("Bundle.entry[1].resource.item[0].linkId");
        assertThat(answer.body()).doesNotContain("CANARY");
        assertThat(writer.feedback()).extracting(Feedback::getFeedbackId).containsExactly(id("r3"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /fhir/QuestionnaireResponse, application/fhir+xml, 415, not-supported",
        "POST, /fhir, text/plain, 415, not-supported",
        "POST, /fhir, application/fhir+json; fhirVersion=5.0, 415, not-supported",
        "POST, /fhir/Patient, application/fhir+json, 404, not-found",
        "GET, /fhir/QuestionnaireResponse, application/fhir+json, 405, not-supported",
        "DELETE, /fhir/QuestionnaireResponse/1, application/fhir+json, 405, not-supported",
        "POST, /fhir?_pretty=true, application/fhir+json, 400, invalid",
        "POST, /fhir?_format=xml, application/fhir+json, 406, not-supported",
        "PUT, /fhir/QuestionnaireResponse/other, application/fhir+json, 400, invalid",
        "POST, /fhir, application/fhir+json, 400, structure",
        "POST, /fhir/QuestionnaireResponse?_format=json, application/json; charset=UTF-8; fhirVersion=4.0, 201, informational",
        "POST, /fhir/QuestionnaireResponse?_format=application/fhir+json, application/fhir+json, 201, informational",
    })
    void answersInOperationOutcomesByTheRulesOfTheStandard(
            String method, String path, String type, int status, String code) throws Exception {
        // Given
        intake.start(writer);

        // When
        var answer = intake.send(request(method, path, response("r1")).setHeader("Content-Type", type));

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(issue(answer).getCode().toCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "If-None-Exist, identifier=1, 412",
        "If-Match, W/1, 412",
        "Accept, application/fhir+xml, 406",
        "Accept, text/html;q=0.9, 406"
    })
    void refusesConditionsAndOtherFormats(String header, String value, int status) throws Exception {
        // Given
        intake.start(writer);

        // When
        var answer = intake.send(
                request("POST", "/fhir/QuestionnaireResponse", response("r1")).setHeader(header, value));

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(issue(answer).getCode()).isEqualTo(OperationOutcome.IssueType.NOTSUPPORTED);
        assertThat(writer.feedback()).isEmpty();
    }

    @Test
    void asksForAKeyOfTheHospitalOfEachEntry() throws Exception {
        // Given
        intake.asksFor(Map.of(key("heed_in_RQX", "RQX").getKeyId(), key("heed_in_RQX", "RQX")));
        intake.start(writer);
        String elsewhere = response("r2").replace("\"rqx\"", "\"H2\"");
        String both = bundle("batch", entry("urn:uuid:1", elsewhere), entry("urn:uuid:2", response("r1")));

        // When
        var without = send(response("r1"));
        var named = intake.send(request("POST", "/fhir/QuestionnaireResponse", response("r1"))
                .header("X-Api-Key", "heed_in_RQX")
                .header("X-Forwarded-For", "192.0.2.1"));
        var own = intake.send(with("/fhir/QuestionnaireResponse", response("r1")));
        var other = intake.send(with("/fhir/QuestionnaireResponse", elsewhere));
        var batch = intake.send(with("/fhir", both));
        var whole = intake.send(with("/fhir", both.replace("\"batch\"", "\"transaction\"")));
        var metadata =
                intake.send(HttpRequest.newBuilder(URI.create(intake.url()).resolve("/fhir/metadata")));

        // Then
        assertThat(List.of(without, named, own, other, batch, whole, metadata))
                .extracting(HttpResponse::statusCode)
                .containsExactly(401, 401, 201, 403, 200, 403, 200);
        assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"heed\"");
        assertThat(issue(without).getCode()).isEqualTo(OperationOutcome.IssueType.LOGIN);
        assertThat(issue(other).getCode()).isEqualTo(OperationOutcome.IssueType.FORBIDDEN);
        assertThat(issue(other).getExpression().get(0).getValue())
                .isEqualTo("QuestionnaireResponse.subject.resolve().managingOrganization.resolve().identifier");
        assertThat(new ObjectMapper().readTree(batch.body()).findValuesAsText("status"))
                .containsExactly("403 Forbidden", "201 Created");
        assertThat(writer.feedback()).extracting(Feedback::getHospital).containsExactly("RQX", "RQX");
    }

    private HttpRequest.Builder with(String path, String body) {
        return request("POST", path, body).header("Authorization", "Bearer heed_in_RQX");
    }

    private static ProgramKey key(String secret, String hospital) {
        String id = Secret.digest(secret);
        return ProgramKey.newBuilder()
                .setKeyId(id)
                .setBeginning(secret.substring(0, 8))
                .setName("epr")
                .setPurpose(KeyPurpose.INTAKE)
                .setHospitals(List.of(hospital))
                .setPerMinute(1000)
                .setCreatedAt(Instant.EPOCH)
                .setCreatedBy("ops")
                .build();
    }

    @Test
    void saysThatItIsUncertainTooLargeOrTooMuchAsOutcomes() throws Exception {
        // Given
        intake.start(FakeWriter.neverAcknowledging(), IntakeFixture.config(2, 64, Duration.ofMillis(300)));

        // When
        var uncertain = send(response("r1"));
        var large = send(" ".repeat(IntakeServer.MOST_BYTES + 1));
        send(response("r1"));
        var many = send(response("r1"));

        // Then
        assertThat(List.of(uncertain, large, many))
                .extracting(HttpResponse::statusCode)
                .containsExactly(503, 413, 429);
        assertThat(List.of(uncertain, large, many))
                .extracting(answer -> issue(answer).getCode())
                .containsExactly(
                        OperationOutcome.IssueType.TRANSIENT,
                        OperationOutcome.IssueType.TOOLONG,
                        OperationOutcome.IssueType.THROTTLED);
        assertThat(many.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void saysInItsCapabilityStatementWhatItAnswersAndNothingElse() throws Exception {
        // Given
        intake.start(writer);
        Map<String, HttpRequest.Builder> interactions = Map.of(
                "read", request("GET", "/fhir/QuestionnaireResponse/1", ""),
                "vread", request("GET", "/fhir/QuestionnaireResponse/1/_history/1", ""),
                "search-type", request("GET", "/fhir/QuestionnaireResponse?status=completed", ""),
                "history-type", request("GET", "/fhir/QuestionnaireResponse/_history", ""),
                "delete", request("DELETE", "/fhir/QuestionnaireResponse/1", ""),
                "patch", request("PATCH", "/fhir/QuestionnaireResponse/1", "[]"),
                "create", request("POST", "/fhir/QuestionnaireResponse", response("r1")),
                "update", request("PUT", "/fhir/QuestionnaireResponse/local-1", response("r1")),
                "transaction", request("POST", "/fhir", bundle("transaction", entry("urn:uuid:1", response("r1")))),
                "batch", request("POST", "/fhir", bundle("batch", entry("urn:uuid:1", response("r1")))));

        // When
        var answer = intake.send(HttpRequest.newBuilder(URI.create(intake.url()).resolve("/fhir/metadata")));
        var statement = (CapabilityStatement) read(answer);

        // Then
        assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
        assertThat(statement.getFormat().toString()).contains("json").doesNotContain("xml");
        assertThat(statement.getRestFirstRep().getResource()).hasSize(1);
        List<String> said = Stream.concat(
                        statement.getRestFirstRep().getResourceFirstRep().getInteraction().stream()
                                .map(each -> each.getCode().toCode()),
                        statement.getRestFirstRep().getInteraction().stream()
                                .map(each -> each.getCode().toCode()))
                .toList();
        for (Map.Entry<String, HttpRequest.Builder> each : interactions.entrySet()) {
            int status = intake.send(each.getValue()).statusCode();
            assertThat(status == 200 || status == 201).as(each.getKey()).isEqualTo(said.contains(each.getKey()));
        }
        assertThat(said).hasSize(4);
    }

    @Test
    void isNoServerOfFhirWithoutAFile() throws Exception {
        // Given
        intake.takes(FhirMappings.none());
        intake.start(writer);

        // When
        var metadata =
                intake.send(HttpRequest.newBuilder(URI.create(intake.url()).resolve("/fhir/metadata")));
        var sent = send(response("r1"));

        // Then
        assertThat(List.of(metadata.statusCode(), sent.statusCode())).containsExactly(404, 404);
        assertThat(issue(sent).getDiagnostics()).contains("intake.fhir");
    }
}
