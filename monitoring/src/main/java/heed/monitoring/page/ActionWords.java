package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Chip;
import heed.monitoring.html.Html;
import heed.monitoring.readmodel.Handling;
import heed.monitoring.view.Words;
import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.Drop;
import java.time.ZoneId;
import java.util.Optional;

/** Says what people did about drops. */
public final class ActionWords {

    private ActionWords() {}

    /** Returns what somebody did, after their name. */
    public static String deed(Action act) {
        return switch (act.getKind()) {
            case ACKNOWLEDGED -> "took note of the drop";
            case ASSIGNED -> "assigned it to " + Html.written(act.getAssignee());
            case NOTED -> "wrote";
            case RESOLVED -> "resolved it";
            case REBASELINED -> "made the new level the usual one";
            case DAY_NOTED -> "noted a day";
            case NOTE_REMOVED -> "took a note away";
            case UNSTATED -> "did what a newer release knows of";
        };
    }

    /** Returns what is written in an act, its lines kept apart; nothing where that is nothing. */
    public static Html text(Action act) {
        return act.getText() == null ? Html.NOTHING : el("span", cls("said"), attr("translate", "no"), act.getText());
    }

    /** Returns how far people are with a drop, for its card: a drop that nobody has picked up stands out. */
    public static Html stage(Drop drop, Handling handling) {
        Optional<Action> act = handling.decisive();
        return switch (handling.stage(drop)) {
            case NEW -> stage("New", "amber", "nobody has picked it up");
            case ACKNOWLEDGED ->
                stage(
                        "Acknowledged",
                        "blue",
                        "by " + Html.written(act.orElseThrow().getWho()));
            case ASSIGNED ->
                stage("Assigned", "blue", "to " + Html.written(act.orElseThrow().getAssignee()));
            case RESOLVED ->
                stage(
                        "Resolved",
                        "green",
                        "by " + Html.written(act.orElseThrow().getWho()));
            case ENDED -> stage("Over", "grey", "before anybody picked it up");
        };
    }

    private static Html stage(String chip, String colour, String words) {
        return el("p", cls("stage"), Chip.of(chip, colour), " " + words);
    }

    /** Returns what was done in answer to what patients said; nothing unless the drop is resolved. */
    public static Html answer(Handling handling, Html said, ZoneId zone) {
        return handling.decisive()
                .filter(act -> act.getKind() == ActionKind.RESOLVED)
                .map(act -> el(
                        "section",
                        cls("panel did"),
                        attr("aria-labelledby", "did"),
                        el("h2", attr("id", "did"), "You said, we did"),
                        el("p", el("b", "You said: "), said),
                        el("p", cls("lead"), el("b", "We did: "), text(act)),
                        el("p", cls("small"), Html.written(act.getWho()) + ", " + Words.moment(act.getAt(), zone))))
                .orElse(Html.NOTHING);
    }
}
