package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Chip;
import heed.monitoring.html.Html;
import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.Handling;
import heed.monitoring.readmodel.SharedFalls;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.DropStand;
import heed.monitoring.view.Endings;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.figures.SharedFall;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.ChanceSentences;
import heed.schemas.sentence.Figures;
import heed.schemas.sentence.OthersSentences;
import heed.schemas.sentence.UpAgainSentences;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a drop as a card: what fell, how far, since when, on how many answers. */
public final class DropCards {

    private final Names names;
    private final PipelineSources pipeline;

    /** Takes what hospitals and measures are called, and whom to ask whether what they send gets through. */
    public DropCards(Names names, PipelineSources pipeline) {
        this.names = names;
        this.pipeline = pipeline;
    }

    /** Returns the card of one drop by itself. */
    public Html card(Drop drop, Snapshot snapshot) {
        return card(drop, List.of(), snapshot, Html.NOTHING);
    }

    /** Returns the card of one drop by itself, with the act that {@code seen} offers. */
    public Html card(Drop drop, Snapshot snapshot, SeenIt seen) {
        return card(drop, List.of(), snapshot, seen.of(drop, snapshot));
    }

    /** Returns the card of a drop, with those of its hospital's units in the same measure, and what is done by it. */
    Html card(Drop drop, List<Drop> units, Snapshot snapshot, Html act) {
        Html stage = Html.join(stage(drop, snapshot), act);
        DropStand stand = DropStand.of(drop, snapshot, names, pipeline.known());
        return drop.getState() == DropState.OPEN
                ? open(stand, units, Html.join(stage, others(drop, snapshot)))
                : recovered(stand, units, stage);
    }

    /** Returns what somebody does about a drop; nothing where nobody does. */
    static Html stage(Drop drop, Snapshot snapshot) {
        return snapshot.part(Actions.class)
                .about(drop)
                .filter(each -> each.stage(drop) != Handling.Stage.ENDED)
                .map(each -> ActionWords.stage(drop, each))
                .orElse(Html.NOTHING);
    }

    private Html others(Drop drop, Snapshot snapshot) {
        Optional<SharedFall> compared = SharedFalls.of(drop, snapshot, names.zone(drop.getHospital()));
        return compared.isEmpty()
                ? Html.NOTHING
                : el(
                        "p",
                        cls("small others"),
                        Html.either(OthersSentences.english(compared), OthersSentences.welsh(compared)));
    }

    static Html alsoOn(List<Drop> units) {
        if (units.isEmpty()) {
            return Html.NOTHING;
        }
        List<Object> words = new ArrayList<>(List.of("Also on "));
        for (int i = 0; i < units.size(); i++) {
            words.add(i == 0 ? "" : i == units.size() - 1 ? " and " : ", ");
            words.add(el("a", href(Paths.drop(units.get(i))), units.get(i).getUnit()));
        }
        words.add(".");
        return el("p", cls("small"), words);
    }

    /** Returns what happened in one sentence, for a heading and for being read out. */
    public String title(Drop drop) {
        return names.line(SeriesKey.of(drop));
    }

    private Html open(DropStand stand, List<Drop> units, Html stage) {
        Drop drop = stand.drop();
        return section(
                drop,
                "card falling",
                standing(stand, Chip.of(Words.severity(drop.getSeverity()), "red")),
                stage,
                upAgain(stand),
                el(
                        "p",
                        "Since about " + Words.date(drop.getSince(), names.zone(drop.getHospital())) + ". "
                                + stand.said(names)),
                el("p", cls("small"), ChanceSentences.english(drop)),
                alsoOn(units));
    }

    /** Returns why a drop is still open whose score is up again; nothing of another. */
    static Html upAgain(DropStand stand) {
        return stand.isUpAgain()
                ? el("p", cls("up-again"), Html.either(UpAgainSentences.english(), UpAgainSentences.welsh()))
                : Html.NOTHING;
    }

    private Html recovered(DropStand stand, List<Drop> units, Html stage) {
        Drop drop = stand.drop();
        ZoneId zone = names.zone(drop.getHospital());
        return section(
                drop,
                "card recovered",
                standing(stand, Chip.of("recovered", "green")),
                stage,
                el(
                        "p",
                        "Back since " + Words.date(Endings.of(drop), zone) + ". It had been low from about "
                                + Words.date(drop.getSince(), zone) + ". " + stand.said(names)),
                alsoOn(units));
    }

    /** Returns what was usual, how low it got and how it is now, with a chip. */
    public static Html standing(DropStand stand, Html chip) {
        return el(
                "div",
                cls("figures"),
                el(
                        "dl",
                        cls("levels"),
                        figure("Usual", stand.usual()),
                        figure("Fell to", stand.lowest()),
                        figure("Now", stand.current())),
                chip);
    }

    private static Html figure(String what, String score) {
        return el("div", el("dt", what), el("dd", score));
    }

    private Html section(Drop drop, String classes, Object... body) {
        return el(
                "section",
                cls(classes),
                attr("data-drop", drop.getDropId()),
                el("h2", el("a", href(Paths.drop(drop)), title(drop)), SimulatedChip.after(drop.getHospital(), names)),
                List.of(body));
    }

    /** Returns the usual score and the one now, with a chip. */
    static Html fromUsual(Figures figures, Html chip) {
        return change(figures.usual(), figures.now(), chip);
    }

    private static Html change(String from, String to, Html chip) {
        return el(
                "p",
                cls("figures"),
                el(
                        "span",
                        cls("big"),
                        from + "%",
                        el("span", attr("aria-hidden", "true"), " → "),
                        el("span", cls("unseen"), " to "),
                        to + "%"),
                " ",
                chip);
    }
}
