package heed.connectors.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.connectors.submission.SubmissionReader;
import heed.schemas.hospital.HospitalDirectory;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/** Reads what is sent as FHIR R4: QuestionnaireResponses, alone or in Bundles. Threads may share one. */
public final class FhirReader {

    private static final String RESPONSE = "QuestionnaireResponse";

    private final FhirMappings mappings;
    private final HospitalDirectory hospitals;
    private final R4Definitions definitions;

    /** Begins to load the standard's definitions, which takes a second or so beside whatever else is done. */
    public FhirReader(FhirMappings mappings, HospitalDirectory hospitals) {
        this.mappings = mappings;
        this.hospitals = hospitals;
        this.definitions = mappings.definitions();
    }

    /**
     * Returns what a body is that has to be a QuestionnaireResponse.
     *
     * @param id that it has to have; nothing where it may have any, or none
     */
    public ReadResponse response(byte[] body, Optional<String> id, SubmissionReader submissions, Instant arrival) {
        var issues = new Issues(new IssueBudget());
        Optional<ObjectNode> resource = ResourceText.read(body, RESPONSE, issues);
        if (resource.isEmpty()) {
            return ReadResponse.refused(issues);
        }
        if (!resource.get().path("resourceType").asText().equals(RESPONSE)) {
            issues.add(
                    IssueCode.STRUCTURE,
                    RESPONSE,
                    "must be the resourceType here; a Bundle goes to POST /fhir, and nothing else is taken");
            return ReadResponse.refused(issues);
        }
        new StructureCheck(definitions, issues).resource(resource.get(), RESPONSE);
        if (id.filter(named -> !named.equals(resource.get().path("id").asText()))
                .isPresent()) {
            issues.add(IssueCode.INVALID, RESPONSE + ".id", "must be the id that the address ends in");
        }
        Optional<Resource> parsed =
                issues.isEmpty() ? definitions.parse(resource.get(), RESPONSE, issues) : Optional.empty();
        return parsed.isPresent() && parsed.get() instanceof QuestionnaireResponse response
                ? reader(arrival)
                        .read(response, RESPONSE, new LogicalPlaces(new BundledResources()), submissions, issues)
                : ReadResponse.refused(issues);
    }

    /**
     * Returns what the entries of a body are that has to be a Bundle.
     *
     * @param submissions judges the entry of a number, counted from 0
     */
    public ReadBundle bundle(byte[] body, IntFunction<SubmissionReader> submissions, Instant arrival) {
        return new BundleReader(definitions, reader(arrival), submissions).read(body);
    }

    private MappedResponses reader(Instant arrival) {
        return new MappedResponses(mappings, hospitals, arrival);
    }
}
