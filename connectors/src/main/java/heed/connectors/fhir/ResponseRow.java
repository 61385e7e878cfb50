package heed.connectors.fhir;

import heed.connectors.table.Cells;
import heed.connectors.table.TableRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** Gives what a QuestionnaireResponse says by the columns of a mapping. */
final class ResponseRow implements TableRow {

    private final QuestionnaireResponse response;
    private final String root;
    private final LogicalPlaces places;
    private final ItemAnswers items;
    private final Optional<String> comment;
    private final Map<String, FoundText> cells = new HashMap<>();

    /** Prepares to read a response that stands at {@code root}; {@code comment} is the column that keeps its lines. */
    ResponseRow(QuestionnaireResponse response, String root, LogicalPlaces places, Optional<String> comment) {
        this.comment = comment;
        this.response = response;
        this.root = root;
        this.places = places;
        this.items = new ItemAnswers(response, root);
    }

    /** Looks a column up; what is wrong with its element is reported, and then it is empty. */
    FoundText look(String text, Issues issues) {
        ResponseColumn column = ResponseColumn.of(text).orElseThrow();
        FoundText found;
        try {
            found = find(column);
        } catch (ElementException e) {
            issues.add(e.issue());
            found = FoundText.none(e.issue().expression());
        }
        cells.put(text, found);
        return found;
    }

    private FoundText find(ResponseColumn column) {
        return switch (column.kind()) {
            case ELEMENT -> new FoundText(element(column.name()), column.expression(root));
            case IDENTIFIER -> identifier(column);
            case ITEM -> items.find(column);
            case EXTENSION -> extension(column);
            case PLACE -> places.find(response, root, column);
        };
    }

    private String element(String name) {
        String text =
                switch (name) {
                    case "id" -> response.getIdElement().getIdPart();
                    case "meta.versionId" -> response.getMeta().getVersionId();
                    case "meta.lastUpdated" ->
                        response.getMeta().getLastUpdatedElement().getValueAsString();
                    case "authored" -> response.getAuthoredElement().getValueAsString();
                    default -> response.getLanguage();
                };
        return text == null ? "" : text;
    }

    private FoundText identifier(ResponseColumn column) {
        String expression = column.expression(root);
        Identifier identifier = response.getIdentifier();
        if (!identifier.hasValue()) {
            return FoundText.none(expression);
        }
        if (column.system()
                .filter(system -> !system.equals(identifier.getSystem()))
                .isPresent()) {
            throw new ElementException(IssueCode.NOT_FOUND, expression, "is not of the system that the mapping names");
        }
        return new FoundText(identifier.getValue(), expression + ".value");
    }

    private FoundText extension(ResponseColumn column) {
        String expression = column.expression(root);
        List<Extension> extensions = response.getExtensionsByUrl(column.name());
        if (extensions.isEmpty()) {
            return FoundText.none(expression);
        }
        if (extensions.size() > 1) {
            throw new ElementException(IssueCode.MULTIPLE, expression, "is there more than once, and none is chosen");
        }
        Type value = extensions.get(0).getValue();
        String at = expression + ".value";
        if (value instanceof Reference || value instanceof Identifier) {
            if (column.system().isEmpty()) {
                throw new ElementException(
                        IssueCode.NOT_SUPPORTED,
                        at,
                        "identifies something; the mapping must name the system, behind |");
            }
            return places.identified(value, response, at, column.system().get());
        }
        if (value instanceof Coding || value instanceof PrimitiveType<?>) {
            return new FoundText(plain(value, column, at), at);
        }
        throw new ElementException(
                IssueCode.NOT_SUPPORTED,
                at,
                "is of a type that is not read: plain values, Coding, Identifier and Reference are");
    }

    private static String plain(Type value, ResponseColumn column, String at) {
        return value instanceof Coding
                ? ItemAnswers.text(value, column, at)
                : Optional.ofNullable(value.primitiveValue()).orElse("");
    }

    @Override
    public long line() {
        return 1;
    }

    @Override
    public String cell(String column) {
        String text = cells.getOrDefault(column, FoundText.none(root)).text();
        return comment.filter(column::equals).isPresent() ? text : Cells.text(text);
    }

    @Override
    public boolean endsBefore(String column) {
        return false;
    }

    @Override
    public List<String> content() {
        // Every mapping has an id, so no id follows from this.
        return List.of();
    }
}
