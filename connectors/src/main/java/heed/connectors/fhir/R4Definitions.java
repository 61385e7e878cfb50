package heed.connectors.fhir;

import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;

/**
 * Knows what resources of R4 are made of, and reads those that are. Loading the definitions takes a second or so of
 * class loading, which goes on beside the start; whoever comes before its end waits.
 */
final class R4Definitions {

    /** Names of types; whatever else stands there is not looked up. */
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{1,40}");

    private static final String SMALLEST = "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\"}";

    private final CompletableFuture<FhirContext> context;

    private R4Definitions(CompletableFuture<FhirContext> context) {
        this.context = context;
    }

    /** Begins to load them. */
    static R4Definitions loading() {
        return new R4Definitions(CompletableFuture.supplyAsync(R4Definitions::load, work -> {
            Thread thread = new Thread(work, "fhir-definitions");
            thread.setDaemon(true);
            thread.start();
        }));
    }

    private static FhirContext load() {
        FhirContext loaded = FhirContext.forR4();
        parser(loaded).parseResource(SMALLEST);
        return loaded;
    }

    /** Returns what a type of resource is made of; nothing where R4 has no such. */
    Optional<BaseRuntimeElementCompositeDefinition<?>> resource(String type) {
        if (!TYPE.matcher(type).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.<BaseRuntimeElementCompositeDefinition<?>>of(
                            context.join().getResourceDefinition(type))
                    .filter(found -> found.getName().equals(type));
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns what a data type is made of. */
    BaseRuntimeElementCompositeDefinition<?> type(String name) {
        return (BaseRuntimeElementCompositeDefinition<?>) context.join().getElementDefinition(name);
    }

    /**
     * Returns a resource that {@link StructureCheck} found nothing wrong with, without its narratives; nothing where
     * the parser can't read it all the same, which is reported.
     */
    Optional<Resource> parse(ObjectNode resource, String expression, Issues issues) {
        dropNarratives(resource);
        try {
            return Optional.of((Resource) parser(context.join()).parseResource(resource.toString()));
        } catch (DataFormatException | IllegalArgumentException e) {
            // Its message quotes the resource.
            issues.add(IssueCode.STRUCTURE, expression, "can't be read as a resource of R4");
            return Optional.empty();
        }
    }

    /** Nobody reads them, and reading XHTML is another parser's work. */
    private static void dropNarratives(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("resourceType")) {
            object.remove("text");
        }
        node.forEach(R4Definitions::dropNarratives);
    }

    /** Its own handlers log what they could not read. */
    private static IParser parser(FhirContext context) {
        IParser parser = context.newJsonParser();
        parser.setParserErrorHandler(new ErrorHandlerAdapter());
        return parser;
    }
}
