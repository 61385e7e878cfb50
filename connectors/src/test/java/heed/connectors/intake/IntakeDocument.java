package heed.connectors.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the document that describes the intake, and holds answers to it. */
final class IntakeDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** Takes the document as it is served. */
    IntakeDocument(String yaml) {
        document = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    /** Returns method and path of everything that is described. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> operations.add(method + " " + path.getKey())));
        return operations;
    }

    /** Returns every answer that an operation is described to have, by its status. */
    Set<String> statuses(String operation) {
        Set<String> statuses = new TreeSet<>();
        responses(operation).fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    /** Returns what is wrong with an answer; nothing where it is as described. */
    List<String> problems(String operation, HttpResponse<String> answer) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode schema = resolved(responses(operation).path(String.valueOf(answer.statusCode())))
                .path("content")
                .path(type)
                .path("schema");
        if (schema.isMissingNode()) {
            return List.of("not described: " + operation + " " + answer.statusCode() + " " + type);
        }
        List<String> problems = new ArrayList<>();
        if (type.endsWith("json")) {
            Schema judge = schemas.getSchema(standingAlone(schema));
            judge.validate(
                            JSON.readTree(answer.body()),
                            (ExecutionContext context) ->
                                    context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .forEach(problem -> problems.add(problem.toString()));
        }
        return problems;
    }

    private JsonNode responses(String operation) {
        String[] parts = operation.split(" ", 2);
        return document.get("paths").path(parts[1]).path(parts[0]).path("responses");
    }

    private JsonNode standingAlone(JsonNode schema) throws IOException {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("$defs", document.at("/components/schemas"));
        return JSON.readTree(whole.toString().replace("#/components/schemas/", "#/$defs/"));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }
}
