package heed.connectors.submission;

import heed.schemas.name.Codes;
import heed.schemas.name.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the plain fields of one submission and reports those of the wrong kind. A field that is null counts as absent.
 */
final class SubmissionFields {

    private final SubmissionPlace place;
    private final Map<String, Submitted> byName;
    private final Problems problems;

    SubmissionFields(SubmissionPlace place, Submitted.Fields fields, Problems problems) {
        this.place = place;
        this.byName = fields.byName();
        this.problems = problems;
    }

    SubmissionPlace place(String name) {
        return place.field(name);
    }

    /** Reports every field that is none of {@code known}. */
    void refuseUnknown(List<String> known) {
        int position = 0;
        for (String name : byName.keySet()) {
            position++;
            if (!known.contains(name)) {
                problems.add(
                        place.field(SubmissionPlace.named(name, position)), unknown("a field", name, known), known);
            }
        }
    }

    /** Says that {@code name} is unknown, and which name is near, without repeating it. */
    static String unknown(String what, String name, List<String> known) {
        return "is not " + what
                + NearestName.near(name, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    Optional<Submitted> value(String name) {
        return Optional.ofNullable(byName.get(name)).filter(value -> !(value instanceof Submitted.Nothing));
    }

    /** Returns the text of a field; nothing where it is absent, or is no text or is refused, which is reported. */
    Optional<String> text(String name, Predicate<String> right, String message) {
        Optional<Submitted> value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof Submitted.Text text && right.test(text.value())) {
            return Optional.of(text.value());
        }
        problems.add(place(name), message);
        return Optional.empty();
    }

    /** Returns what somebody else calls something, a number too; nothing where it is absent or refused. */
    Optional<String> label(String name, int longest) {
        if (value(name).orElse(null) instanceof Submitted.Whole whole
                && whole.digits().length() <= longest) {
            return Optional.of(whole.digits());
        }
        return text(
                name,
                text -> !text.isBlank() && text.length() <= longest,
                "must be text of 1 to " + longest + " characters, or a whole number");
    }

    Optional<String> code(String name) {
        return text(name, Codes::isCode, "must be a code: text that matches " + Codes.PATTERN);
    }

    /** Returns one of {@code allowed}; nothing where the field is absent or is none of them, which is reported. */
    Optional<String> oneOf(String name, List<String> allowed) {
        Optional<Submitted> value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof Submitted.Text text && allowed.contains(text.value())) {
            return Optional.of(text.value());
        }
        problems.add(place(name), "must be one of the allowed", allowed);
        return Optional.empty();
    }

    Optional<Integer> positive(String name) {
        Optional<Submitted> value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof Submitted.Whole whole && whole.digits().length() <= 10) {
            long number = Long.parseLong(whole.digits());
            if (number >= 1 && number <= Integer.MAX_VALUE) {
                return Optional.of((int) number);
            }
        }
        problems.add(place(name), "must be a whole number from 1 to " + Integer.MAX_VALUE);
        return Optional.empty();
    }

    /** Returns whether the field is true; absent is false. */
    boolean truth(String name) {
        Optional<Submitted> value = value(name);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof Submitted.Truth truth) {
            return truth.value();
        }
        problems.add(place(name), "must be true or false");
        return false;
    }

    /** Reports {@code name} where it is absent. */
    void require(String name, String why) {
        if (value(name).isEmpty()) {
            problems.add(place(name), "is required" + why);
        }
    }
}
