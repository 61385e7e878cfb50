package heed.connectors.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition.ChildTypeEnum;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a resource's JSON to the standard's definitions, so that whatever is wrong is said with its element: elements
 * that there are, lists where lists are meant, values of their types, what must be there. HAPI's own parser would tell
 * no more than an element's name. Narratives are passed over: nobody reads them.
 */
final class StructureCheck {

    private static final List<String> OF_ANY_ELEMENT = List.of("id", "extension");
    private static final String NARRATIVE = "text";

    private final R4Definitions definitions;
    private final Issues issues;

    StructureCheck(R4Definitions definitions, Issues issues) {
        this.definitions = definitions;
        this.issues = issues;
    }

    /** Checks a resource that stands at {@code expression}. */
    void resource(JsonNode resource, String expression) {
        if (!resource.isObject()) {
            issues.add(IssueCode.STRUCTURE, expression, "must be a resource, a JSON object");
            return;
        }
        Optional<BaseRuntimeElementCompositeDefinition<?>> definition =
                definitions.resource(resource.path("resourceType").asText());
        if (definition.isEmpty()) {
            issues.add(IssueCode.STRUCTURE, expression, "needs a resourceType that R4 has");
            return;
        }
        elements(resource, expression, definition.get());
    }

    private void elements(JsonNode object, String at, BaseRuntimeElementCompositeDefinition<?> definition) {
        boolean isResource = object.has("resourceType");
        int position = 0;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            position++;
            if (isResource && (name.equals("resourceType") || isNarrative(name, definition))) {
                continue;
            }
            if (name.equals("modifierExtension") || (isResource && name.equals("implicitRules"))) {
                issues.add(
                        IssueCode.EXTENSION,
                        at + "." + name,
                        "changes what the element means, and none is known here; send the resource without it");
                continue;
            }
            boolean beside = name.startsWith("_");
            BaseRuntimeChildDefinition child = definition.getChildByName(beside ? name.substring(1) : name);
            if (child == null) {
                issues.add(IssueCode.STRUCTURE, at, "has an element that R4 does not have here, its field " + position);
            } else if (beside) {
                besides(field.getValue(), at + "." + child.getElementName());
            } else {
                values(field.getValue(), at + "." + pathName(child), name, child);
            }
        }
        for (BaseRuntimeChildDefinition child : definition.getChildren()) {
            if (child.getMin() > 0
                    && child.getValidChildNames().stream()
                            .noneMatch(name -> object.has(name) || object.has("_" + name))) {
                issues.add(IssueCode.MISSING, at + "." + pathName(child), "is required by R4");
            }
        }
    }

    /** FHIRPath has one name for all types of a choice. */
    private static String pathName(BaseRuntimeChildDefinition child) {
        return child.getElementName().replace("[x]", "");
    }

    private static boolean isNarrative(String name, BaseRuntimeElementCompositeDefinition<?> definition) {
        return name.equals(NARRATIVE)
                && Optional.ofNullable(definition.getChildByName(name))
                        .map(child -> child.getChildByName(name))
                        .filter(type -> type.getName().equals("Narrative"))
                        .isPresent();
    }

    private void values(JsonNode value, String at, String name, BaseRuntimeChildDefinition child) {
        if (child.getMax() == 1) {
            if (value.isArray()) {
                issues.add(IssueCode.STRUCTURE, at, "must be one, not a list");
            } else {
                value(value, at, name, child);
            }
            return;
        }
        if (!value.isArray() || value.isEmpty()) {
            issues.add(IssueCode.STRUCTURE, at, "must be a list that is not empty");
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            value(value.get(i), at + "[" + i + "]", name, child);
        }
    }

    private void value(JsonNode value, String at, String name, BaseRuntimeChildDefinition child) {
        BaseRuntimeElementDefinition<?> type = child.getChildByName(name);
        if (type instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
            object(value, at, composite);
        } else if (type == null
                || type.getChildType() == ChildTypeEnum.CONTAINED_RESOURCE_LIST
                || type.getChildType() == ChildTypeEnum.CONTAINED_RESOURCES
                || type.getChildType() == ChildTypeEnum.RESOURCE) {
            resource(value, at);
        } else if (!value.isNull() || child.getMax() == 1) {
            // Lists of plain values have null where only an extension stands beside them.
            PlainValues.problem(value, type, child).ifPresent(why -> issues.add(IssueCode.VALUE, at, why));
        }
    }

    private void object(JsonNode value, String at, BaseRuntimeElementCompositeDefinition<?> definition) {
        if (!value.isObject() || value.isEmpty()) {
            issues.add(IssueCode.STRUCTURE, at, "must be a JSON object that is not empty");
        } else if (value.has("resourceType")) {
            issues.add(IssueCode.STRUCTURE, at, "must be no resource");
        } else {
            elements(value, at, definition);
        }
    }

    /** What stands beside plain values, by their name after an underscore: ids and extensions. */
    private void besides(JsonNode value, String at) {
        Iterable<JsonNode> each = value.isArray() ? value : List.of(value);
        for (JsonNode one : each) {
            boolean known = one.isNull()
                    || (one.isObject()
                            && one.properties().stream().allMatch(field -> OF_ANY_ELEMENT.contains(field.getKey())));
            if (!known) {
                issues.add(IssueCode.STRUCTURE, at, "may have id and extension beside its value, nothing else");
            } else if (one.has("extension")) {
                values(one.get("extension"), at + ".extension", "extension", extension());
            }
        }
    }

    private BaseRuntimeChildDefinition extension() {
        return definitions.type("Extension").getChildByName("extension");
    }
}
