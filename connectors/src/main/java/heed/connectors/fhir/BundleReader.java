package heed.connectors.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.connectors.submission.Submission;
import heed.connectors.submission.SubmissionReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads the entries of a transaction or batch. Entries that are no QuestionnaireResponses are there for references to
 * them. Each is checked by itself, so that one does not keep the others of a batch out.
 */
final class BundleReader {

    private static final String BUNDLE = "Bundle";
    private static final int MOST_ENTRIES = 5_000;
    private static final List<String> CONDITIONS = List.of("ifMatch", "ifNoneMatch", "ifModifiedSince", "ifNoneExist");

    private final R4Definitions definitions;
    private final MappedResponses responses;
    private final IntFunction<SubmissionReader> submissions;
    private final BundledResources bundled = new BundledResources();
    private final LogicalPlaces places = new LogicalPlaces(bundled);
    private final IssueBudget budget = new IssueBudget();

    BundleReader(R4Definitions definitions, MappedResponses responses, IntFunction<SubmissionReader> submissions) {
        this.definitions = definitions;
        this.responses = responses;
        this.submissions = submissions;
    }

    /** An entry as far as it is read; {@code resource} is nothing where something is wrong with it. */
    private record Entry(Optional<Resource> resource, Issues issues) {}

    ReadBundle read(byte[] body) {
        var issues = new Issues(budget);
        Optional<ObjectNode> bundle = ResourceText.read(body, BUNDLE, issues);
        if (bundle.isEmpty()) {
            return refused(issues);
        }
        if (!bundle.get().path("resourceType").asText().equals(BUNDLE)) {
            issues.add(
                    IssueCode.STRUCTURE,
                    BUNDLE,
                    "must be the resourceType here; a QuestionnaireResponse goes to POST /fhir/QuestionnaireResponse");
            return refused(issues);
        }
        if (bundle.get().path("entry").size() > MOST_ENTRIES) {
            issues.add(
                    IssueCode.TOO_COSTLY,
                    BUNDLE + ".entry",
                    "has more than " + MOST_ENTRIES + " entries; send them in several Bundles");
            return refused(issues);
        }
        new StructureCheck(definitions, issues).resource(frame(bundle.get()), BUNDLE);
        String type = bundle.get().path("type").asText();
        if (issues.isEmpty() && !type.equals("transaction") && !type.equals("batch")) {
            issues.add(IssueCode.INVALID, BUNDLE + ".type", "must be transaction or batch: no other is taken");
        }
        if (!issues.isEmpty()) {
            return refused(issues);
        }
        List<ReadResponse> entries = entries(bundle.get().path("entry"));
        if (type.equals("batch")) {
            return new ReadBundle(ReadBundle.Kind.BATCH, entries, List.of(), budget.leftOut());
        }
        List<ReadResponse> once = eachOnce(entries);
        return new ReadBundle(ReadBundle.Kind.TRANSACTION, once, List.of(), budget.leftOut());
    }

    private static ReadBundle refused(Issues issues) {
        return new ReadBundle(ReadBundle.Kind.TRANSACTION, List.of(), issues.listed(), 0);
    }

    /** Returns the Bundle with the smallest of resources in the places of those that are checked by themselves. */
    private static ObjectNode frame(ObjectNode bundle) {
        ObjectNode frame = bundle.deepCopy();
        for (JsonNode entry : frame.path("entry")) {
            if (entry instanceof ObjectNode object && object.has("resource")) {
                object.putObject("resource").put("resourceType", "Parameters");
            }
        }
        return frame;
    }

    private List<ReadResponse> entries(JsonNode sent) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Entry entry = entry(sent.get(i), BUNDLE + ".entry[" + i + "]");
            String fullUrl = sent.get(i).path("fullUrl").asText();
            entry.resource().ifPresent(resource -> bundled.add(fullUrl, resource));
            entries.add(entry);
        }
        List<ReadResponse> read = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            read.add(read(entries.get(i), i));
        }
        return read;
    }

    private ReadResponse read(Entry entry, int number) {
        if (!entry.issues().isEmpty() || entry.resource().isEmpty()) {
            return ReadResponse.refused(entry.issues());
        }
        return entry.resource().get() instanceof QuestionnaireResponse response
                ? responses.read(
                        response,
                        BUNDLE + ".entry[" + number + "].resource",
                        places,
                        submissions.apply(number),
                        entry.issues())
                : ReadResponse.without(ReadResponse.Kind.CARRIED);
    }

    private Entry entry(JsonNode sent, String at) {
        var issues = new Issues(budget);
        JsonNode resource = sent.path("resource");
        request(sent.path("request"), resource, at + ".request", issues);
        if (resource.isMissingNode()) {
            return new Entry(Optional.empty(), issues);
        }
        new StructureCheck(definitions, issues).resource(resource, at + ".resource");
        return new Entry(
                issues.isEmpty() && resource instanceof ObjectNode object
                        ? definitions.parse(object, at + ".resource", issues)
                        : Optional.empty(),
                issues);
    }

    private static void request(JsonNode request, JsonNode resource, String at, Issues issues) {
        if (request.isMissingNode()) {
            issues.add(IssueCode.MISSING, at, "is required in a transaction or batch");
            return;
        }
        String method = request.path("method").asText();
        if (resource.isMissingNode() || !List.of("POST", "PUT").contains(method)) {
            issues.add(
                    IssueCode.NOT_SUPPORTED,
                    at + ".method",
                    "asks for what is not done here: QuestionnaireResponses are taken by POST and PUT");
            return;
        }
        CONDITIONS.stream()
                .filter(request::has)
                .forEach(name -> issues.add(
                        IssueCode.NOT_SUPPORTED,
                        at + "." + name,
                        "is a condition, and none is known here; the same id sent again counts once"));
        String type = resource.path("resourceType").asText();
        String url =
                method.equals("POST") ? type : type + "/" + resource.path("id").asText();
        if (!request.path("url").asText().equals(url)) {
            issues.add(
                    IssueCode.INVALID,
                    at + ".url",
                    method.equals("POST")
                            ? "must be the type of the entry's resource"
                            : "must be the type of the entry's resource, a stroke and its id");
        }
    }

    /** A transaction may not say two things of one resource. */
    private List<ReadResponse> eachOnce(List<ReadResponse> entries) {
        Set<String> ids = new HashSet<>();
        List<ReadResponse> once = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Optional<Submission> submission = entries.get(i).submission();
            if (submission.isPresent() && !ids.add(submission.get().response().getFeedbackId())) {
                var issues = new Issues(budget);
                issues.add(
                        IssueCode.DUPLICATE,
                        BUNDLE + ".entry[" + i + "].resource",
                        "has the id of an entry before it; a transaction says one thing of each");
                once.add(ReadResponse.refused(issues));
            } else {
                once.add(entries.get(i));
            }
        }
        return once;
    }
}
