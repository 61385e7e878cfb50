package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Writes the fields of a form with their labels, hints and problems, tied to each other for screen readers.
 *
 * @param prefix of the ids, of this form alone on its page
 * @param labels of every field
 * @param hints of those that have one
 * @param problems of those that were filled in wrongly
 */
public record LabelledFields<F extends Enum<F>>(
        String prefix, Map<F, String> labels, Map<F, String> hints, Map<F, String> problems) {

    /** Returns a label, a hint, a problem and the input. */
    public Html field(F field, Html input) {
        return el(
                "div",
                cls(problems.containsKey(field) ? "field wrong" : "field"),
                el(
                        "label",
                        attr("for", id(field)),
                        Objects.requireNonNull(labels.get(field), "every field has a label")),
                hints.containsKey(field)
                        ? el("p", cls("small"), attr("id", hintId(field)), hints.get(field))
                        : Html.NOTHING,
                problems.containsKey(field)
                        ? el("p", cls("problem"), attr("id", problemId(field)), problems.get(field))
                        : Html.NOTHING,
                input);
    }

    /** Returns the attributes by which an input has its name and is told with its hint and problem. */
    public List<Html.Attribute> attrs(F field) {
        List<Html.Attribute> attributes = new ArrayList<>(List.of(attr("id", id(field)), attr("name", name(field))));
        List<String> ids = new ArrayList<>();
        if (hints.containsKey(field)) {
            ids.add(hintId(field));
        }
        if (problems.containsKey(field)) {
            ids.add(problemId(field));
            attributes.add(attr("aria-invalid", "true"));
        }
        if (!ids.isEmpty()) {
            attributes.add(attr("aria-describedby", String.join(" ", ids)));
        }
        return attributes;
    }

    /** Says that nothing was recorded, why, and leads to each field that is wrong; {@code trouble} may be empty. */
    public Html summary(String trouble) {
        List<Html> links = problems.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> el("li", el("a", href("#" + id(each.getKey())), each.getValue())))
                .toList();
        return el(
                "div",
                cls("refused"),
                attr("role", "alert"),
                el("p", el("b", "Nothing was recorded.")),
                trouble.isEmpty() ? Html.NOTHING : el("p", trouble),
                links.isEmpty() ? Html.NOTHING : el("ul", links));
    }

    /** Returns the name by which a field is sent. */
    public static String name(Enum<?> field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private String id(F field) {
        return prefix + name(field);
    }

    private String hintId(F field) {
        return id(field) + "-hint";
    }

    private String problemId(F field) {
        return id(field) + "-problem";
    }
}
