package heed.connectors.intake;

import heed.schemas.name.Codes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the plain fields of one submission and reports those of the wrong kind. A field that is null counts as absent.
 */
final class SubmissionFields {

    private final String path;
    private final Map<String, Json> byName;
    private final Problems problems;

    SubmissionFields(String path, Json.Fields fields, Problems problems) {
        this.path = path;
        this.byName = fields.byName();
        this.problems = problems;
    }

    String path(String name) {
        return path + "." + name;
    }

    /** Reports every field that is none of {@code known}. */
    void refuseUnknown(List<String> known) {
        int position = 0;
        for (String name : byName.keySet()) {
            position++;
            if (!known.contains(name)) {
                problems.add(JsonPath.field(path, name, position), unknown("a field", name, known), known);
            }
        }
    }

    /** Says that {@code name} is unknown, and which name is near, without repeating it. */
    static String unknown(String what, String name, List<String> known) {
        return "is not " + what
                + NearestName.to(name, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    Optional<Json> value(String name) {
        return Optional.ofNullable(byName.get(name)).filter(value -> !(value instanceof Json.Nothing));
    }

    /** Returns the text of a field; nothing where it is absent, or is no text or is refused, which is reported. */
    Optional<String> text(String name, Predicate<String> right, String message) {
        Optional<Json> value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof Json.Text text && right.test(text.value())) {
            return Optional.of(text.value());
        }
        problems.add(path(name), message);
        return Optional.empty();
    }

    Optional<String> code(String name) {
        return text(name, Codes::isCode, "must be a code: text that matches " + Codes.PATTERN);
    }

    /** Returns one of {@code allowed}; nothing where the field is absent or is none of them, which is reported. */
    Optional<String> oneOf(String name, List<String> allowed) {
        Optional<Json> value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof Json.Text text && allowed.contains(text.value())) {
            return Optional.of(text.value());
        }
        problems.add(path(name), "must be one of the allowed", allowed);
        return Optional.empty();
    }

    Optional<Integer> positive(String name) {
        Optional<Json> value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof Json.Whole whole && whole.digits().length() <= 10) {
            long number = Long.parseLong(whole.digits());
            if (number >= 1 && number <= Integer.MAX_VALUE) {
                return Optional.of((int) number);
            }
        }
        problems.add(path(name), "must be a whole number from 1 to " + Integer.MAX_VALUE);
        return Optional.empty();
    }

    /** Returns whether the field is true; absent is false. */
    boolean truth(String name) {
        Optional<Json> value = value(name);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof Json.Truth truth) {
            return truth.value().equals("true");
        }
        problems.add(path(name), "must be true or false");
        return false;
    }

    /** Reports {@code name} where it is absent. */
    void require(String name, String why) {
        if (value(name).isEmpty()) {
            problems.add(path(name), "is required" + why);
        }
    }
}
