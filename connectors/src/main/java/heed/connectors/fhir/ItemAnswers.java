package heed.connectors.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Finds the items of a response by their link ids, within groups and within answers too, and reads their answers. */
final class ItemAnswers {

    private final String root;
    private final Map<String, List<Item>> byLinkId = new LinkedHashMap<>();

    private record Item(QuestionnaireResponseItemComponent item, String expression) {}

    ItemAnswers(QuestionnaireResponse response, String root) {
        this.root = root;
        add(response.getItem(), root);
    }

    private void add(List<QuestionnaireResponseItemComponent> items, String at) {
        for (int i = 0; i < items.size(); i++) {
            QuestionnaireResponseItemComponent item = items.get(i);
            String expression = at + ".item[" + i + "]";
            byLinkId.computeIfAbsent(item.getLinkId(), id -> new ArrayList<>()).add(new Item(item, expression));
            add(item.getItem(), expression);
            for (int j = 0; j < item.getAnswer().size(); j++) {
                add(item.getAnswer().get(j).getItem(), expression + ".answer[" + j + "]");
            }
        }
    }

    /** Returns the answer to an item; empty where it has none. */
    FoundText find(ResponseColumn column) {
        List<Item> items = byLinkId.getOrDefault(column.name(), List.of());
        if (items.isEmpty()) {
            return FoundText.none(column.expression(root));
        }
        if (items.size() > 1) {
            throw new ElementException(
                    IssueCode.MULTIPLE, column.expression(root), "is there more than once, and none is chosen");
        }
        Item found = items.get(0);
        List<QuestionnaireResponseItemAnswerComponent> answers = found.item().getAnswer();
        if (answers.size() > 1) {
            throw new ElementException(
                    IssueCode.MULTIPLE, found.expression() + ".answer", "has more than one answer, and none is chosen");
        }
        if (answers.isEmpty() || !answers.get(0).hasValue()) {
            return FoundText.none(found.expression());
        }
        String expression = found.expression() + ".answer[0].value";
        return new FoundText(text(answers.get(0).getValue(), column, expression), expression);
    }

    /** Returns the text of a value: of a coding its code where it is of the column's system, else both. */
    static String text(Type value, ResponseColumn column, String expression) {
        if (value instanceof Coding coding) {
            if (!coding.hasCode()) {
                throw new ElementException(
                        IssueCode.NOT_SUPPORTED,
                        expression,
                        "is a coding without a code; words for people are not read");
            }
            String system = coding.hasSystem() ? coding.getSystem() : "";
            return system.equals(column.system().orElse("")) ? coding.getCode() : system + "|" + coding.getCode();
        }
        if (value instanceof BooleanType
                || value instanceof IntegerType
                || value instanceof DecimalType
                || value instanceof StringType) {
            return String.valueOf(value.primitiveValue());
        }
        throw new ElementException(
                IssueCode.NOT_SUPPORTED,
                expression,
                "is of a type that is not read: Coding, string, integer, decimal and boolean are");
    }
}
