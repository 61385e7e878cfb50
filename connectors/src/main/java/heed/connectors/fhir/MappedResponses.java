package heed.connectors.fhir;

import heed.connectors.mapping.Mapping;
import heed.connectors.mapping.RowMapper;
import heed.connectors.submission.Problems;
import heed.connectors.submission.Submission;
import heed.connectors.submission.SubmissionReader;
import heed.schemas.hospital.HospitalDirectory;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/**
 * Reads the QuestionnaireResponses of one body by the mappings of their questionnaires, as their status says. Those by
 * one mapping are rows of one file: no two spellings of a hospital or a unit become one, or two, among them.
 */
final class MappedResponses {

    private final FhirMappings mappings;
    private final HospitalDirectory hospitals;
    private final Instant arrival;
    private final Map<String, RowMapper> mappers = new HashMap<>();

    MappedResponses(FhirMappings mappings, HospitalDirectory hospitals, Instant arrival) {
        this.mappings = mappings;
        this.hospitals = hospitals;
        this.arrival = arrival;
    }

    /** Returns what a response that stands at {@code root} is to Heed; so far nothing is wrong with it. */
    ReadResponse read(
            QuestionnaireResponse response,
            String root,
            LogicalPlaces places,
            SubmissionReader submissions,
            Issues issues) {
        QuestionnaireResponseStatus status = response.getStatus();
        if (status == QuestionnaireResponseStatus.INPROGRESS || status == QuestionnaireResponseStatus.STOPPED) {
            issues.add(
                    IssueCode.BUSINESS_RULE,
                    root + ".status",
                    "says that the questionnaire is not completed; responses are taken as completed, amended or"
                            + " entered-in-error");
        }
        Optional<Mapping> mapping = mapping(response, root, issues);
        if (mapping.isEmpty() || !issues.isEmpty()) {
            return ReadResponse.refused(issues);
        }
        var row = new ResponseRow(response, root, places, mapping.get().commentColumn());
        RowMapper mapper = mappers.computeIfAbsent(
                        response.getQuestionnaire(),
                        canonical -> new RowMapper("", mapping.get(), submissions, hospitals, arrival))
                .judgedBy(submissions);
        return status == QuestionnaireResponseStatus.ENTEREDINERROR
                ? withdrawn(row, root, mapper, issues)
                : taken(row, root, mapper, mapping.get(), status, issues);
    }

    private static ReadResponse withdrawn(ResponseRow row, String root, RowMapper mapper, Issues issues) {
        Map<String, String> expressions = new HashMap<>();
        for (String field : List.of("feedback_id", "hospital")) {
            String column = mapper.columns().get(field);
            if (column != null) {
                expressions.put(field, row.look(column, issues).expression());
            }
        }
        if (!issues.isEmpty()) {
            return ReadResponse.refused(issues);
        }
        var problems = new Problems();
        Optional<Submission> submission = mapper.withdraw(row, ResponsePlace.of(root, expressions), problems);
        problems.listed().stream().map(Issue::of).forEach(issues::add);
        return submission.isPresent()
                ? new ReadResponse(ReadResponse.Kind.UPDATED, submission, List.of())
                : ReadResponse.refused(issues);
    }

    private static ReadResponse taken(
            ResponseRow row,
            String root,
            RowMapper mapper,
            Mapping mapping,
            QuestionnaireResponseStatus status,
            Issues issues) {
        Map<String, FoundText> found = new HashMap<>();
        mapping.columns().forEach(column -> found.put(column, row.look(column, issues)));
        if (!issues.isEmpty()) {
            return ReadResponse.refused(issues);
        }
        if (mapper.leavesOut(row)) {
            return ReadResponse.without(ReadResponse.Kind.LEFT_OUT);
        }
        Map<String, String> expressions = new HashMap<>();
        mapper.columns()
                .forEach((field, column) -> expressions.put(
                        field, found.getOrDefault(column, FoundText.none(root)).expression()));
        var problems = new Problems();
        Optional<Submission> submission = mapper.read(row, ResponsePlace.of(root, expressions), problems);
        problems.listed().stream().map(Issue::of).forEach(issues::add);
        boolean corrects =
                submission.filter(each -> each.response().getRevision() > 1).isPresent();
        if (submission.isPresent() && status == QuestionnaireResponseStatus.AMENDED && !corrects) {
            issues.add(IssueCode.BUSINESS_RULE, expressions.getOrDefault("revision", root + ".meta"), advice(mapper));
        }
        if (!issues.isEmpty()) {
            return ReadResponse.refused(issues);
        }
        return new ReadResponse(
                corrects ? ReadResponse.Kind.UPDATED : ReadResponse.Kind.CREATED, submission, List.of());
    }

    private static String advice(RowMapper mapper) {
        String column = mapper.columns().get("revision");
        return column == null
                ? "must say which revision an amended response is; the mapping names no revision, as meta.versionId or"
                        + " meta.lastUpdated"
                : "must say which revision an amended response is, 2 or more; the mapping reads " + column;
    }

    private Optional<Mapping> mapping(QuestionnaireResponse response, String root, Issues issues) {
        String canonical = response.getQuestionnaire();
        Optional<Mapping> mapping = canonical == null ? Optional.empty() : mappings.byCanonical(canonical);
        if (mapping.isEmpty()) {
            issues.add(
                    canonical == null ? IssueCode.REQUIRED : IssueCode.NOT_FOUND,
                    root + ".questionnaire",
                    "must be the URL and version, URL|VERSION, of a questionnaire that the file of the setting"
                            + " intake.fhir lists");
        }
        return mapping;
    }
}
