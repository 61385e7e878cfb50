package heed.connectors.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.connectors.fhir.Issue;
import heed.connectors.fhir.ReadBundle;
import heed.connectors.fhir.ReadResponse;
import heed.connectors.submission.Submission;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what the intake says to clients of FHIR: OperationOutcomes, Bundles of them, and what it is able to. */
final class FhirReplies {

    static final String BASE = "/fhir";
    static final String RESPONSES = BASE + "/QuestionnaireResponse";
    static final String METADATA = BASE + "/metadata";
    static final String TYPE = "application/fhir+json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(401, "login"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not-found"),
            Map.entry(405, "not-supported"),
            Map.entry(406, "not-supported"),
            Map.entry(408, "timeout"),
            Map.entry(412, "not-supported"),
            Map.entry(413, "too-long"),
            Map.entry(415, "not-supported"),
            Map.entry(429, "throttled"),
            Map.entry(500, "exception"),
            Map.entry(503, "transient"));
    private static final Map<Integer, String> PHRASES = Map.of(
            200, "200 OK",
            201, "201 Created",
            400, "400 Bad Request",
            403, "403 Forbidden",
            422, "422 Unprocessable Entity");

    private FhirReplies() {}

    /**
     * Holds an entry of a Bundle with what it is answered.
     *
     * @param status of HTTP
     */
    record Entry(ReadResponse read, int status) {}

    /** Tells whether a request is for an address of FHIR, whose clients understand nothing else. */
    static boolean isAskedIn(Context ctx) {
        return ctx.path().equals(BASE) || ctx.path().startsWith(BASE + "/");
    }

    static void capability(Context ctx, Map<String, Object> statement) {
        send(ctx, 200, statement);
    }

    static void refused(Context ctx, Refusal refusal) {
        String said = refusal.title() + ". " + refusal.detail();
        send(
                ctx,
                refusal.status(),
                outcome(List.of(issue("error", CODES.getOrDefault(refusal.status(), "invalid"), said))));
    }

    static void refused(Context ctx, int status, List<Issue> issues) {
        send(ctx, status, outcome(issues.stream().map(FhirReplies::issue).toList()));
    }

    static void taken(Context ctx, int status, ReadResponse read) {
        id(read).ifPresent(id -> ctx.header("Location", RESPONSES + "/" + id));
        send(ctx, status, outcome(taken(read)));
    }

    static void bundle(Context ctx, ReadBundle.Kind kind, List<Entry> entries) {
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("resourceType", "Bundle");
        bundle.put("type", kind == ReadBundle.Kind.TRANSACTION ? "transaction-response" : "batch-response");
        if (!entries.isEmpty()) {
            bundle.put("entry", entries.stream().map(FhirReplies::entry).toList());
        }
        send(ctx, 200, bundle);
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("status", PHRASES.getOrDefault(entry.status(), String.valueOf(entry.status())));
        id(entry.read()).ifPresent(id -> response.put("location", "QuestionnaireResponse/" + id));
        response.put(
                "outcome",
                outcome(
                        entry.read().isRefused()
                                ? entry.read().issues().stream()
                                        .map(FhirReplies::issue)
                                        .toList()
                                : taken(entry.read())));
        return Map.of("response", response);
    }

    private static Optional<String> id(ReadResponse read) {
        return read.submission().map(each -> each.response().getFeedbackId());
    }

    private static List<Map<String, Object>> taken(ReadResponse read) {
        List<Map<String, Object>> issues = new ArrayList<>();
        String said =
                switch (read.kind()) {
                    case CREATED, UPDATED -> "Recorded; its feedback_id is " + id(read).orElse("");
                    case LEFT_OUT -> "The mapping leaves it out; nothing was recorded.";
                    case CARRIED, MALFORMED, REFUSED -> "Read for references to it, and kept nowhere.";
                };
        issues.add(issue("information", "informational", said));
        Optional<String> why = read.submission().map(Submission::words).flatMap(words -> words.refusal());
        why.ifPresent(refusal -> issues.add(issue(
                "warning",
                "business-rule",
                "The comment was not kept, the answers count all the same: it " + refusal)));
        return issues;
    }

    private static Map<String, Object> issue(Issue issue) {
        boolean beyondKey = issue.diagnostics().endsWith(KeyReach.OTHERWISE);
        Map<String, Object> said =
                issue("error", beyondKey ? "forbidden" : issue.code().code(), issue.diagnostics());
        said.put("expression", List.of(issue.expression()));
        return said;
    }

    private static Map<String, Object> issue(String severity, String code, String diagnostics) {
        Map<String, Object> issue = new LinkedHashMap<>();
        issue.put("severity", severity);
        issue.put("code", code);
        issue.put("diagnostics", diagnostics);
        return issue;
    }

    private static Map<String, Object> outcome(List<Map<String, Object>> issues) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("resourceType", "OperationOutcome");
        outcome.put("issue", issues);
        return outcome;
    }

    private static void send(Context ctx, int status, Map<String, Object> resource) {
        try {
            ctx.status(status).contentType(TYPE).result(JSON.writeValueAsBytes(resource));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the intake cannot write its own answer", e);
        }
    }
}
