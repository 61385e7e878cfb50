package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.actions.ActionDraft.Field;
import heed.monitoring.html.Html;
import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.Handling;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Paths;
import heed.schemas.ActionKind;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import java.util.UUID;

/** Writes the one act that a card takes by itself: that somebody has seen a drop which nobody has picked up. */
public final class SeenIt {

    /** Name of the field that has a form's id, which with what is sent in it makes an act's id. */
    public static final String FORM = "form";

    private static final String WORDS = "I've seen it";

    private final PageRequest request;

    /** Takes who asks. */
    public SeenIt(PageRequest request) {
        this.request = request;
    }

    /** Returns the name of a field of the form that acts are sent by. */
    public static String name(Field field) {
        return LabelledFields.name(field);
    }

    /** Returns an id for a form. */
    public static String newForm() {
        return UUID.randomUUID().toString();
    }

    /** Returns the act; a link to where it is done by who has to say their name first; nothing for who may not. */
    Html of(Drop drop, Snapshot snapshot) {
        PageReader reader = request.reader();
        boolean isNew = snapshot.part(Actions.class)
                .about(drop)
                .map(each -> each.stage(drop) == Handling.Stage.NEW)
                .orElse(true);
        if (!isNew || !reader.may(Right.ACTS)) {
            return Html.NOTHING;
        }
        String who = RememberedName.of(request);
        if (reader.called().isEmpty() && who.isEmpty()) {
            return el("p", el("a", cls("button"), href(Paths.drop(drop) + "#act"), WORDS));
        }
        return el(
                "form",
                cls("seen"),
                attr("method", "post"),
                attr("action", Paths.drop(drop) + "#act"),
                hidden(FORM, newForm()),
                reader.seal().isEmpty() ? Html.NOTHING : hidden(PageReader.SEAL, reader.seal()),
                hidden(name(Field.KIND), ActionKind.ACKNOWLEDGED.name()),
                reader.called().isEmpty() ? hidden(name(Field.WHO), who) : Html.NOTHING,
                el("button", attr("type", "submit"), WORDS),
                el("span", cls("small"), " as " + Html.written(reader.called().orElse(who))));
    }

    private static Html hidden(String name, String value) {
        return el("input", attr("type", "hidden"), attr("name", name), attr("value", value));
    }
}
