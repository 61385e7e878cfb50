package heed.monitoring.page.admin;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.SeenIt;
import heed.monitoring.web.OwnForm;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form of an administrator's sends, and what such forms are made of. */
record AdminFields(Map<String, String> fields) {

    /** Nothing typed yet. */
    static final AdminFields NONE = new AdminFields(Map.of());

    /** Returns what a form of ours sent; nothing where it was another. */
    static Optional<AdminFields> of(Context sent) {
        return OwnForm.anyFields(sent).map(AdminFields::new);
    }

    /** Returns what a field has; nothing was typed where it is not there. */
    String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /**
     * Returns the codes of a field that takes several, with a comma, a semicolon or a line break between.
     *
     * @throws IllegalArgumentException where there is a blank within one, which may be two, with what to do
     */
    List<String> codes(String name) {
        List<String> codes = Arrays.stream(text(name).split("[,;\\r\\n]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        codes.stream().filter(each -> each.matches(".*\\s.*")).findFirst().ifPresent(each -> {
            throw new IllegalArgumentException(
                    "no code has a blank, as \"" + each + "\" does: put a comma between hospitals or units");
        });
        return codes;
    }

    boolean isTicked(String name) {
        return !text(name).isEmpty();
    }

    /** Returns what goes along with a form: whose session it is of, and an id by which it is taken once. */
    static Html hidden(PageReader reader) {
        return Html.join(
                reader.seal().isEmpty() ? Html.NOTHING : hidden(PageReader.SEAL, reader.seal()),
                hidden(SeenIt.FORM, SeenIt.newForm()));
    }

    static Html hidden(String name, String value) {
        return el("input", attr("type", "hidden"), attr("name", name), attr("value", value));
    }

    /** Returns a field of one line, with what was typed into it. */
    Html line(String name, String label, String hint) {
        return el(
                "div",
                cls("field"),
                el("label", attr("for", name), label),
                el("p", cls("small"), attr("id", name + "-hint"), hint),
                el(
                        "input",
                        attr("type", "text"),
                        attr("id", name),
                        attr("name", name),
                        attr("autocomplete", "off"),
                        attr("autocapitalize", "none"),
                        attr("spellcheck", "false"),
                        attr("aria-describedby", name + "-hint"),
                        attr("value", text(name))));
    }

    /** Returns a field that takes one of several values, with the one that was chosen. */
    Html choice(String name, String label, String hint, List<String> values) {
        return el(
                "div",
                cls("field"),
                el("label", attr("for", name), label),
                el("p", cls("small"), attr("id", name + "-hint"), hint),
                el(
                        "select",
                        attr("id", name),
                        attr("name", name),
                        attr("aria-describedby", name + "-hint"),
                        el("option", attr("value", ""), "Choose one"),
                        values.stream()
                                .map(value -> value.equals(text(name))
                                        ? el("option", attr("value", value), attr("selected", "selected"), value)
                                        : el("option", attr("value", value), value))
                                .toList()));
    }

    /** Returns a box, ticked where it was. */
    Html box(String name, String label) {
        return el(
                "p",
                isTicked(name)
                        ? el(
                                "input",
                                attr("type", "checkbox"),
                                attr("id", name),
                                attr("name", name),
                                attr("checked", "checked"))
                        : el("input", attr("type", "checkbox"), attr("id", name), attr("name", name)),
                " ",
                el("label", attr("for", name), label));
    }

    /** Returns why nothing was done, which is read out at once. */
    static Html problem(String sentence) {
        return el("div", cls("refused"), attr("role", "alert"), el("p", sentence));
    }

    /** Returns what is shown this once, and what to do with it. */
    static Html secret(String what, String secret, String then) {
        return el(
                "div",
                cls("panel"),
                attr("role", "alert"),
                el("p", what, " ", el("code", attr("id", "secret"), secret)),
                el("p", then));
    }
}
