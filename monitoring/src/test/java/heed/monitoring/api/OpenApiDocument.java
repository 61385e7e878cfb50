package heed.monitoring.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the document that describes the API, and holds answers to it. */
final class OpenApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    OpenApiDocument() {
        try (InputStream in = Api.class.getResourceAsStream("openapi.yaml")) {
            document = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        document.get("paths").fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    /** Returns what may be asked for after the question mark. */
    Set<String> parameters(String path) {
        Set<String> names = new TreeSet<>();
        operation(path).path("parameters").forEach(each -> {
            JsonNode parameter = resolved(each);
            if (parameter.get("in").asText().equals("query")) {
                names.add(parameter.get("name").asText());
            }
        });
        return names;
    }

    /** Returns every answer that is described, as path, status and media type. */
    Set<String> answers() {
        Set<String> answers = new TreeSet<>();
        for (String path : paths()) {
            operation(path).get("responses").properties().forEach(each -> resolved(each.getValue())
                    .path("content")
                    .fieldNames()
                    .forEachRemaining(type -> answers.add(answer(path, each.getKey(), type))));
        }
        return answers;
    }

    static String answer(String path, String status, String type) {
        return path + " " + status + " " + type;
    }

    /** Returns what is wrong with an answer; nothing where it is as described. */
    List<String> problems(String path, int status, String type, String body) {
        JsonNode response = resolved(operation(path).get("responses").path(String.valueOf(status)));
        JsonNode schema = response.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            return List.of("not described: " + answer(path, String.valueOf(status), type));
        }
        if (!type.endsWith("json")) {
            return List.of();
        }
        Schema judge = schemas.getSchema(standingAlone(schema));
        List<String> problems = new ArrayList<>();
        judge.validate(
                        tree(body),
                        (ExecutionContext context) ->
                                context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .forEach(problem -> problems.add(problem.toString()));
        return problems;
    }

    /** Returns a schema with all that it may refer to within it. */
    private JsonNode standingAlone(JsonNode schema) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("$defs", document.at("/components/schemas"));
        return tree(whole.toString().replace("#/components/schemas/", "#/$defs/"));
    }

    static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every address has one way to be asked. */
    private JsonNode operation(String path) {
        return document.get("paths").get(path).elements().next();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** Returns the schemas of the contracts that rows are laid out from. */
    static Map<String, org.apache.avro.Schema> contracts() {
        return Map.of(
                "Action", heed.schemas.Action.getClassSchema(),
                "Drop", heed.schemas.Drop.getClassSchema(),
                "Rise", heed.schemas.Rise.getClassSchema(),
                "Silence", heed.schemas.Silence.getClassSchema(),
                "LeagueRow", heed.schemas.LeagueRow.getClassSchema(),
                "National", heed.schemas.National.getClassSchema(),
                "Standing", heed.schemas.Standing.getClassSchema());
    }

    /** Returns the values of an enumeration of the document, in its order. */
    List<String> values(String schema) {
        List<String> values = new ArrayList<>();
        document.at("/components/schemas/" + schema + "/enum").forEach(each -> values.add(each.asText()));
        return values;
    }

    /** Returns the names that a schema of the document describes. */
    Set<String> properties(String schema) {
        Set<String> names = new TreeSet<>();
        document.at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }
}
