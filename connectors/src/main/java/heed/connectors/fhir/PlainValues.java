package heed.connectors.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition.ChildTypeEnum;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IPrimitiveType;

/** Tells whether a plain value is of its type. */
final class PlainValues {

    private static final Set<String> NUMBERS = Set.of("decimal", "integer", "positiveInt", "unsignedInt");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    /** Of a decimal's digits before or after its point: written out it would take as much memory. */
    private static final int MOST_DIGITS = 100;

    private PlainValues() {}

    /** Returns what is wrong with a value; nothing where it is right. It does not say what the value is. */
    static Optional<String> problem(
            JsonNode value, BaseRuntimeElementDefinition<?> type, BaseRuntimeChildDefinition child) {
        String name = type.getName();
        if (name.equals("boolean")
                ? !value.isBoolean()
                : NUMBERS.contains(name) ? !value.isNumber() : !value.isTextual()) {
            return Optional.of("must be a JSON "
                    + (name.equals("boolean") ? "true or false" : NUMBERS.contains(name) ? "number" : "string")
                    + ", of the type " + name);
        }
        if (value.isNumber() && isTooLong(value)) {
            return Optional.of("has too many digits");
        }
        String text = value.asText();
        if (text.isBlank()) {
            return Optional.of("must not be empty");
        }
        if (type.getChildType() == ChildTypeEnum.ID_DATATYPE
                && !ID.matcher(text).matches()) {
            return Optional.of("must match " + ID.pattern());
        }
        return isOf(text, type, child)
                ? Optional.empty()
                : Optional.of("is not of the type " + name + ", or none of its codes");
    }

    private static boolean isTooLong(JsonNode number) {
        return Math.abs((long) number.decimalValue().scale()) > MOST_DIGITS
                || number.decimalValue().precision() > MOST_DIGITS;
    }

    private static boolean isOf(String text, BaseRuntimeElementDefinition<?> type, BaseRuntimeChildDefinition child) {
        Object codes = child.getInstanceConstructorArguments();
        IBase instance = codes == null ? type.newInstance() : type.newInstance(codes);
        if (!(instance instanceof IPrimitiveType<?> plain)) {
            return false;
        }
        try {
            plain.setValueAsString(text);
            return true;
        } catch (IllegalArgumentException | DataFormatException e) {
            return false;
        }
    }
}
