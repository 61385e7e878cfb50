package heed.connectors.intake;

import static heed.connectors.fhir.FhirFiles.bundle;
import static heed.connectors.fhir.FhirFiles.coding;
import static heed.connectors.fhir.FhirFiles.entry;
import static heed.connectors.fhir.FhirFiles.response;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** Makes the requests by which the description of the intake's FHIR is tried, each under what it is called there. */
final class FhirCalls {

    static final String CREATE = "post /fhir/QuestionnaireResponse";
    static final String UPDATE = "put /fhir/QuestionnaireResponse/{id}";
    static final String BUNDLE = "post /fhir";
    static final String CAPABILITIES = "get /fhir/metadata";

    private static final String AMENDED = response("r1")
            .replace("\"completed\"", "\"amended\"")
            .replace("\"versionId\": \"1\"", "\"versionId\": \"2\"");

    private final URI base;

    FhirCalls(String url) {
        this.base = URI.create(url);
    }

    record Call(String operation, HttpRequest.Builder request) {}

    /** Returns what is right of each operation. */
    List<Call> good() {
        return List.of(create(response("r1")), update(response("r1")), transaction("r1", "r2"), capabilities());
    }

    /** Returns what is answered otherwise. */
    List<Call> others() {
        List<Call> calls = new ArrayList<>(List.of(create(AMENDED), update(AMENDED)));
        for (String body : List.of("{}", response("r1", coding("none")), " ".repeat(IntakeServer.MOST_BYTES + 1))) {
            calls.add(create(body));
            calls.add(update(body));
            calls.add(call(BUNDLE, "POST", "/fhir", body));
        }
        calls.add(call(BUNDLE, "POST", "/fhir", bundle("batch", entry("urn:uuid:1", response("r1", coding("none"))))));
        calls.add(
                call(BUNDLE, "POST", "/fhir", bundle("transaction", entry("urn:uuid:1", response("r1", coding("x"))))));
        good().forEach(each -> calls.add(with(each, "Accept", "application/fhir+xml")));
        good().subList(0, 3).forEach(each -> calls.add(with(each, "If-None-Exist", "a=b")));
        good().subList(0, 3).forEach(each -> calls.add(with(each, "Content-Type", "application/xml")));
        return calls;
    }

    Call with(Call call, String header, String value) {
        return new Call(call.operation(), call.request().setHeader(header, value));
    }

    private Call create(String body) {
        return call(CREATE, "POST", "/fhir/QuestionnaireResponse", body);
    }

    private Call update(String body) {
        return call(UPDATE, "PUT", "/fhir/QuestionnaireResponse/local-1", body);
    }

    private Call transaction(String first, String second) {
        return call(
                BUNDLE,
                "POST",
                "/fhir",
                bundle("transaction", entry("urn:uuid:1", response(first)), entry("urn:uuid:2", response(second))));
    }

    private Call capabilities() {
        return new Call(CAPABILITIES, HttpRequest.newBuilder(base.resolve("/fhir/metadata")));
    }

    private Call call(String operation, String method, String path, String body) {
        return new Call(
                operation,
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/fhir+json")
                        .method(method, BodyPublishers.ofString(body)));
    }
}
