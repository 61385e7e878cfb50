package heed.connectors.fhir;

import heed.schemas.questionnaire.Questionnaires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files of questionnaires by their URLs, and responses as servers of health records send them. */
public final class FhirFiles {

    /** The questionnaire of most of these tests. */
    public static final String CANONICAL = "https://forms.example/Questionnaire/fft|2";

    /** Whose identifiers hospitals have. */
    public static final String HOSPITALS = "https://codes.example/hospitals";

    private static final String FFT =
            """
            questionnaire: fft-2020
            source: epr
            id: {column: "identifier|urn:epr:responses"}
            hospital: {column: "subject.managingOrganization|https://codes.example/hospitals"}
            unit: {column: "encounter.location.location|urn:epr:wards"}
            given_at: {column: authored}
            revision: {column: meta.versionId}
            channel: {value: kiosk}
            language: {column: language}
            answers:
              overall: {column: "item:q1|https://codes.example/fft", words: {vg: very_good, g: good, "false": very_poor}}
            comment: {column: "item:why", question: why}
            """;

    private static final String EXPERIENCE =
            """
            questionnaire: experience-1
            source: portal
            id: {column: id}
            hospital: {column: "extension:https://portal.example/hospital|https://codes.example/hospitals"}
            unit: {column: "item:ward"}
            given_at: {column: authored, zone: Europe/London}
            revision: {column: meta.lastUpdated}
            leave_out: {"item:test": "true"}
            answers:
              overall: {column: "item:1.1"}
              dignity: {column: "item:1.2", words: {"http://snomed.info/sct|373066001": yes_always, "http://snomed.info/sct|373067005": "no"}}
            """;

    private final Path directory;

    /** Writes into {@code directory}. */
    public FhirFiles(Path directory) {
        this.directory = directory;
        write("fft.yaml", FFT);
        write("experience.yaml", EXPERIENCE);
    }

    /** Writes a file beside the others. */
    public Path write(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@code text} says. */
    public FhirMappings read(String text) {
        return FhirMappings.read(write("fhir.yaml", text), Questionnaires.shipped());
    }

    /** Reads both questionnaires. */
    public FhirMappings all() {
        return read(
                """
                https://forms.example/Questionnaire/fft|2: fft.yaml
                https://portal.example/Questionnaire/stay: experience.yaml
                """);
    }

    /** Returns a response of a ward's kiosk with all that it refers to contained; {@code answer} is a JSON value. */
    public static String response(String id, String answer) {
        return """
                {"resourceType": "QuestionnaireResponse", "id": "local-1", "meta": {"versionId": "1"}, "language": "cy",
                 "text": {"status": "generated", "div": "<div xmlns='http://www.w3.org/1999/xhtml'>CANARY</div>"},
                 "contained": [
                  {"resourceType": "Organization", "id": "trust", "identifier": [
                   {"system": "urn:other", "value": "9"}, {"system": "https://codes.example/hospitals", "value": "rqx"}]},
                  {"resourceType": "Patient", "id": "patient", "name": [{"family": "CANARY"}],
                   "managingOrganization": {"reference": "#trust"}},
                  {"resourceType": "Encounter", "id": "stay", "status": "finished", "class": {"code": "IMP"},
                   "location": [{"location": {"identifier": {"system": "urn:epr:wards", "value": "Ward 7 (AMU)"}}}]}],
                 "identifier": {"system": "urn:epr:responses", "value": "ID"},
                 "questionnaire": "https://forms.example/Questionnaire/fft|2", "status": "completed",
                 "subject": {"reference": "#patient"}, "encounter": {"reference": "#stay"},
                 "authored": "2026-04-01T11:00:00Z",
                 "item": [{"linkId": "g1", "text": "About your stay", "item": [
                   {"linkId": "q1", "text": "Overall?", "answer": [ANSWER]},
                   {"linkId": "why", "answer": [{"valueString": "CANARY said so"}]}]}]}
                """
                .replace("\"ID\"", '"' + id + '"')
                .replace("ANSWER", answer);
    }

    /** Returns a response whose answer is {@code vg} of the questionnaire's codes. */
    public static String response(String id) {
        return response(id, coding("vg"));
    }

    /** Returns an answer that is a code of the questionnaire's codes. */
    public static String coding(String code) {
        return "{\"valueCoding\": {\"system\": \"https://codes.example/fft\", \"code\": \"" + code
                + "\", \"display\": \"CANARY\"}}";
    }

    /** Returns a Bundle of entries. */
    public static String bundle(String type, String... entries) {
        return "{\"resourceType\": \"Bundle\", \"type\": \"" + type + "\", \"entry\": [" + String.join(", ", entries)
                + "]}";
    }

    /** Returns an entry that creates a resource. */
    public static String entry(String fullUrl, String type, String resource) {
        return "{\"fullUrl\": \"" + fullUrl + "\", \"request\": {\"method\": \"POST\", \"url\": \"" + type
                + "\"}, \"resource\": " + resource + "}";
    }

    /** Returns an entry that creates a response. */
    public static String entry(String fullUrl, String response) {
        return entry(fullUrl, "QuestionnaireResponse", response);
    }
}
