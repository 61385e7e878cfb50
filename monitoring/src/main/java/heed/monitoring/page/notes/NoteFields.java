package heed.monitoring.page.notes;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.actions.NoteDraft;
import heed.monitoring.actions.NoteDraft.Field;
import heed.monitoring.html.Html;
import heed.monitoring.page.LabelledFields;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.SeenIt;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.schemas.key.PlaceKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes the form by which people note a day, with what was typed and what is wrong with it.
 *
 * @param reader who fills it in
 * @param id of this form, which with what is sent in it makes a note's id
 * @param typed what its fields hold
 * @param problems what to mend, by field
 * @param trouble why nothing was recorded where its fields are right; empty for no trouble
 */
record NoteFields(PageReader reader, String id, NoteDraft typed, Map<Field, String> problems, String trouble) {

    private static final Map<Field, String> LABELS = Map.of(
            Field.TEXT, "What began or happened",
            Field.DAY, "On which day",
            Field.PLACE, "Where",
            Field.MEASURE, "On the charts of",
            Field.WHO, "Your name, or your team's");

    private static final Map<Field, String> HINTS = Map.of(
            Field.TEXT, "Such as: new rota began. No names of patients, nor anything that tells who they are.",
            Field.WHO, "Heed takes it as given: it does not check who you are.");

    static NoteFields fresh(PageReader reader, NoteDraft typed) {
        return new NoteFields(reader, SeenIt.newForm(), typed, Map.of(), "");
    }

    boolean isRefused() {
        return !problems.isEmpty() || !trouble.isEmpty();
    }

    private LabelledFields<Field> fields() {
        return new LabelledFields<>("note-", LABELS, HINTS, problems);
    }

    Html write(String code, List<PlaceKey> places, List<String> measures, Names names, LocalDate today) {
        return el(
                "section",
                cls("panel act"),
                attr("aria-labelledby", "note"),
                el("h2", attr("id", "note"), attr("tabindex", "-1"), "Write a note"),
                isRefused() ? fields().summary(trouble) : Html.NOTHING,
                el(
                        "form",
                        attr("method", "post"),
                        attr("action", Paths.notes(code) + "#note"),
                        hidden(SeenIt.FORM, id),
                        reader.seal().isEmpty() ? Html.NOTHING : hidden(PageReader.SEAL, reader.seal()),
                        fields().field(Field.TEXT, input("text", Field.TEXT, typed.text(), "off")),
                        fields().field(
                                        Field.DAY,
                                        el(
                                                "input",
                                                attr("type", "date"),
                                                fields().attrs(Field.DAY),
                                                attr("max", today.toString()),
                                                attr("value", typed.day()))),
                        fields().field(Field.PLACE, places(places)),
                        fields().field(Field.MEASURE, measures(measures, names)),
                        reader.called()
                                .map(called -> el("p", cls("small"), "You write as " + Html.written(called) + "."))
                                .orElseGet(
                                        () -> fields().field(Field.WHO, input("text", Field.WHO, typed.who(), "name"))),
                        el("p", el("button", attr("type", "submit"), "Record it"))));
    }

    static Html hidden(String name, String value) {
        return el("input", attr("type", "hidden"), attr("name", name), attr("value", value));
    }

    private Html input(String type, Field field, String value, String filledBy) {
        return el(
                "input",
                attr("type", type),
                fields().attrs(field),
                attr("autocomplete", filledBy),
                attr("value", value));
    }

    private Html places(List<PlaceKey> places) {
        return el(
                "select",
                fields().attrs(Field.PLACE),
                places.stream()
                        .map(each -> option(
                                Objects.toString(each.unit(), ""),
                                each.unit() == null ? "The whole hospital" : each.unit(),
                                typed.place()))
                        .toList());
    }

    private Html measures(List<String> measures, Names names) {
        List<Html> options = new ArrayList<>();
        options.add(option("", "All measures", typed.measure()));
        measures.forEach(each -> options.add(option(each, names.measure(each), typed.measure())));
        return el("select", fields().attrs(Field.MEASURE), options);
    }

    private static Html option(String value, String words, String chosen) {
        return value.equals(chosen)
                ? el("option", attr("value", value), attr("selected", "selected"), words)
                : el("option", attr("value", value), words);
    }
}
