package heed.monitoring.page.drop;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.actions.ActionDraft;
import heed.monitoring.actions.ActionDraft.Field;
import heed.monitoring.html.Html;
import heed.monitoring.page.LabelledFields;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.SeenIt;
import heed.monitoring.view.Paths;
import heed.schemas.ActionKind;
import heed.schemas.Drop;
import java.util.List;
import java.util.Map;

/**
 * Writes the form with which people say what they do about a drop, with what was typed and what is wrong with it.
 *
 * @param reader who fills it in
 * @param id of this form, which with what is sent in it makes an act's id
 * @param typed what its fields hold
 * @param problems what to mend, by field
 * @param trouble why the act was not recorded where its fields are right; empty for no trouble
 */
record ActionForm(PageReader reader, String id, ActionDraft typed, Map<Field, String> problems, String trouble) {

    private static final Map<Field, String> LABELS = Map.of(
            Field.KIND, "What do you do?",
            Field.WHO, "Your name, or your team's",
            Field.ASSIGNEE, "Assign to",
            Field.TEXT, "What there is to say");

    private static final Map<Field, String> HINTS = Map.of(
            Field.WHO, "Heed takes it as given: it does not check who you are.",
            Field.ASSIGNEE, "Only if you assign it.",
            Field.TEXT,
                    "No names of patients, nor anything that tells who they are. It is kept for ever. To resolve a drop, say"
                            + " what was done: it is shown as \"You said, we did\".");

    /** Returns a new form in which only who acts is filled in: {@code who} where the reader has not said. */
    static ActionForm fresh(PageReader reader, String who) {
        return new ActionForm(reader, SeenIt.newForm(), new ActionDraft("", who, "", ""), Map.of(), "");
    }

    /** Tells whether the form says that something went wrong. */
    boolean isRefused() {
        return !problems.isEmpty() || !trouble.isEmpty();
    }

    private LabelledFields<Field> fields() {
        return new LabelledFields<>("act-", LABELS, HINTS, problems);
    }

    Html write(Drop drop) {
        return el(
                "section",
                cls("panel act"),
                attr("aria-labelledby", "act"),
                el("h2", attr("id", "act"), attr("tabindex", "-1"), "Do something about it"),
                isRefused() ? fields().summary(trouble) : moves(drop),
                el(
                        "form",
                        attr("method", "post"),
                        attr("action", Paths.drop(drop) + "#act"),
                        el(
                                "input",
                                attr("type", "hidden"),
                                attr("name", SeenIt.FORM),
                                attr("id", "act-form"),
                                attr("value", id)),
                        reader.seal().isEmpty()
                                ? Html.NOTHING
                                : el(
                                        "input",
                                        attr("type", "hidden"),
                                        attr("name", PageReader.SEAL),
                                        attr("id", "act-seal"),
                                        attr("value", reader.seal())),
                        fields().field(Field.KIND, kinds()),
                        fields().field(
                                        Field.TEXT,
                                        el("textarea", fields().attrs(Field.TEXT), attr("rows", 4), typed.text())),
                        fields().field(
                                        Field.ASSIGNEE,
                                        reader.whoSee()
                                                .apply(drop)
                                                .map(this::people)
                                                .orElseGet(() -> line(Field.ASSIGNEE, typed.assignee(), "off"))),
                        reader.called()
                                .map(called -> el("p", cls("small"), "You act as " + Html.written(called) + "."))
                                .orElseGet(() -> fields().field(Field.WHO, line(Field.WHO, typed.who(), "name"))),
                        el("p", el("button", attr("type", "submit"), "Record it"))));
    }

    /** Without scripts the page comes anew every ten seconds, and what is typed is gone. */
    private static Html moves(Drop drop) {
        return el(
                "noscript",
                el(
                        "p",
                        cls("notice"),
                        "This page renews itself every ten seconds, and takes with it what you type. ",
                        el("a", href(Paths.drop(drop) + "?still=yes#act"), "Write on one that stands still")));
    }

    private Html kinds() {
        String chosen = typed.knownKind().orElse(ActionKind.ACKNOWLEDGED).name();
        return el(
                "select",
                fields().attrs(Field.KIND),
                ActionDraft.KINDS.stream()
                        .map(kind -> kind.name().equals(chosen)
                                ? el("option", attr("value", kind.name()), attr("selected", "selected"), word(kind))
                                : el("option", attr("value", kind.name()), word(kind)))
                        .toList());
    }

    private Html people(List<String> people) {
        return el(
                "select",
                fields().attrs(Field.ASSIGNEE),
                el("option", attr("value", ""), "Nobody"),
                people.stream()
                        .map(each -> each.equals(typed.assignee())
                                ? el("option", attr("value", each), attr("selected", "selected"), each)
                                : el("option", attr("value", each), each))
                        .toList());
    }

    private static String word(ActionKind kind) {
        return switch (kind) {
            case ACKNOWLEDGED -> "Acknowledge: I know of it";
            case ASSIGNED -> "Assign it to somebody";
            case NOTED -> "Write a note";
            case RESOLVED -> "Resolve: say what was done";
            case REBASELINED, DAY_NOTED, NOTE_REMOVED, UNSTATED ->
                throw new IllegalArgumentException("is not done here: " + kind);
        };
    }

    private Html line(Field field, String value, String filledBy) {
        return el(
                "input",
                attr("type", "text"),
                fields().attrs(field),
                attr("autocomplete", filledBy),
                attr("value", value));
    }
}
