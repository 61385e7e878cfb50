package heed.connectors.intake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what the intake is able to as a server of FHIR. A test holds it to the routes. */
final class FhirCapability {

    private final Map<String, Object> statement = new LinkedHashMap<>();

    /**
     * Says what is true of the routes.
     *
     * @param keys whether senders have to show a key
     * @param since when the server began to answer so
     */
    FhirCapability(KeyUse keys, Instant since) {
        statement.put("resourceType", "CapabilityStatement");
        statement.put("status", "active");
        statement.put("date", since.toString());
        statement.put("kind", "instance");
        statement.put("software", Map.of("name", "Heed"));
        statement.put(
                "implementation", Map.of("description", "Heed, the intake: it takes responses and gives none out"));
        statement.put("fhirVersion", "4.0.1");
        statement.put("format", List.of("json"));
        Map<String, Object> rest = new LinkedHashMap<>();
        rest.put("mode", "server");
        rest.put("documentation", "What is taken is kept as Heed keeps responses; no resource can be read back.");
        if (keys == KeyUse.ASKED) {
            rest.put("security", Map.of("description", "Authorization: Bearer KEY, a key made with heed keys add"));
        }
        rest.put("resource", List.of(responses()));
        rest.put("interaction", List.of(Map.of("code", "transaction"), Map.of("code", "batch")));
        statement.put("rest", List.of(rest));
    }

    /** Whether senders have to show a key. */
    enum KeyUse {
        ASKED,
        NOT_ASKED
    }

    private static Map<String, Object> responses() {
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("type", "QuestionnaireResponse");
        responses.put("interaction", List.of(Map.of("code", "create"), Map.of("code", "update")));
        responses.put("versioning", "no-version");
        responses.put("readHistory", false);
        responses.put("updateCreate", true);
        responses.put("conditionalCreate", false);
        responses.put("conditionalUpdate", false);
        responses.put("referencePolicy", List.of("logical", "local"));
        return responses;
    }

    Map<String, Object> statement() {
        return statement;
    }
}
