package heed.connectors.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.submission.CommentFixture;
import heed.connectors.submission.SubmissionReader;
import heed.schemas.Feedback;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Reads resources and Bundles by the mappings of {@link FhirFiles}. */
abstract class FhirReading {

    static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    static final HospitalDirectory HOSPITALS = HospitalDirectory.of(
            List.of(new Hospital("RQX", "Homerton", HospitalDirectory.DEFAULT_ZONE)), HospitalDirectory.DEFAULT_ZONE);

    static FhirReader reader;

    final SubmissionReader submissions = new SubmissionReader(
                    Questionnaires.shipped(), Duration.ofDays(45), () -> new UUID(0, 0))
            .withComments(CommentFixture.reader());

    @BeforeAll
    static void load(@TempDir Path directory) {
        reader = new FhirReader(new FhirFiles(directory).all(), HOSPITALS);
    }

    ReadResponse read(String resource) {
        return reader.response(resource.getBytes(UTF_8), Optional.empty(), submissions, NOON);
    }

    ReadBundle bundle(String bundle) {
        return reader.bundle(bundle.getBytes(UTF_8), number -> submissions, NOON);
    }

    static Feedback feedback(ReadResponse read) {
        assertThat(read.issues()).isEmpty();
        return read.submission().orElseThrow().response();
    }

    /** Code, element and words of all that is wrong. */
    static List<String> issues(ReadResponse read) {
        assertThat(read.submission()).isEmpty();
        return read.issues().stream()
                .map(each -> each.code().code() + " " + each.expression() + ": " + each.diagnostics())
                .toList();
    }

    static String portal(String extension, String items) {
        return """
                {"resourceType": "QuestionnaireResponse", "id": "a.b-9", "extension": [EXTENSION],
                 "questionnaire": "https://portal.example/Questionnaire/stay", "status": "completed",
                 "authored": "2026-03-31", "item": [ITEMS]}
                """
                .replace("EXTENSION", extension)
                .replace("ITEMS", items);
    }

    static String hospital(String value) {
        return "{\"url\": \"https://portal.example/hospital\", " + value + "}";
    }

    static final String R1H = hospital(
            "\"valueReference\": {\"identifier\": {\"system\": \"https://codes.example/hospitals\", \"value\": \"R1H\"}}");
}
