package heed.monitoring.page;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.readmodel.Handling;
import heed.monitoring.view.DropStand;
import heed.monitoring.view.Endings;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.schemas.Action;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what happened around a drop, what the watch found and what people did, oldest first. */
public final class Timeline {

    private Timeline() {}

    /** What happens to a drop between its first alarm and its end. */
    private static final Map<DropPhase, String> TURNS = Map.of(
            DropPhase.EASED, " at least half of the fall was gone.",
            DropPhase.REOPENED, " flagged again: the same drop.");

    /** A moment of the list. */
    private record Moment(Instant at, Html line) {}

    /** Returns the drop's moments, what people did among them, and how it stands now. */
    public static Html of(DropStand stand, Optional<Handling> handling, Names names) {
        Drop drop = stand.drop();
        ZoneId zone = names.zone(drop.getHospital());
        List<Moment> moments = new ArrayList<>(found(drop, zone));
        handling.map(Handling::actions)
                .orElse(List.of())
                .forEach(act -> moments.add(new Moment(act.getAt(), act(act, zone))));
        moments.sort(Comparator.comparing(Moment::at));
        return el("ol", cls("time"), moments.stream().map(Moment::line).toList(), now(stand, names));
    }

    private static List<Moment> found(Drop drop, ZoneId zone) {
        List<Moment> moments = new ArrayList<>();
        moments.add(new Moment(
                drop.getSince(), line(Words.shortDate(drop.getSince(), zone), " about here answers began to fall.")));
        // When answers began to fall is an estimate, and so is how many have come since.
        String answers = "about " + English.answers(Math.round(drop.getResponsesUsed()));
        if (drop.getEscalatedAt() == null) {
            moments.add(moment(drop.getOpenedAt(), zone, " flagged, after " + answers + "."));
        } else {
            moments.add(moment(drop.getOpenedAt(), zone, " flagged."));
            moments.add(moment(drop.getEscalatedAt(), zone, " surely larger than first said, after " + answers + "."));
        }
        drop.getTurns().forEach(turn -> {
            String words = TURNS.get(turn.getPhase());
            if (words != null) {
                moments.add(moment(turn.getAt(), zone, words));
            }
        });
        if (drop.getPhase() == DropPhase.CONFIRMED) {
            moments.add(moment(drop.getAsOf(), zone, " sure enough for readers of many hospitals too."));
        }
        if (drop.getPhase() == DropPhase.REVISED) {
            moments.add(moment(
                    drop.getAsOf(),
                    zone,
                    drop.getRaisedToday()
                            ? " looked at again: the alarm would be raised today."
                            : " answers were corrected or withdrawn: the alarm would not be raised today."));
        }
        if (drop.getState() != DropState.OPEN) {
            moments.add(ended(drop, zone));
        }
        return moments;
    }

    /** Tells who did what, and in whose words. */
    private static Html act(Action act, ZoneId zone) {
        return el(
                "li",
                cls("act"),
                el("b", Words.shortMoment(act.getAt(), zone)),
                " " + Html.written(act.getWho()) + " " + ActionWords.deed(act) + (act.getText() == null ? "." : ":"),
                ActionWords.text(act));
    }

    private static Html now(DropStand stand, Names names) {
        String flagged = stand.drop().getState() == DropState.OPEN ? " still flagged" : " no longer flagged";
        String last = " the last " + Words.SHORT_DAYS;
        String score = stand.lostSince()
                .map(since -> "; how it is is not known since " + Words.shortMoment(since, names.zone()) + ".")
                .orElseGet(() -> known(stand.now(), last));
        return el("li", cls("now"), el("b", "Now"), flagged + score);
    }

    private static String known(Reading now, String last) {
        if (now instanceof Reading.NoResponses) {
            return "; no responses in" + last + ".";
        }
        if (now instanceof Reading.Withheld withheld) {
            return ". The days since: " + Words.withheld(withheld.why()) + ".";
        }
        return now.shown()
                .map(shown -> ": " + Words.percent(shown) + " over" + last + " (" + Words.range(shown) + "), "
                        + English.answers(shown.answers()) + ".")
                .orElse("; too few answers in" + last + " to say more.");
    }

    private static Moment ended(Drop drop, ZoneId zone) {
        return moment(
                Endings.of(drop),
                zone,
                drop.getPhase() == DropPhase.REBASELINED
                        ? " the new level was made the usual one, by a person."
                        : " recovered: back at its usual level" + since(drop) + ".");
    }

    /** Says the score since it is back; nothing where the record has none, or none that may be shown. */
    private static String since(Drop drop) {
        Double responses = drop.getResponsesBack();
        return responses == null || drop.getScoreBack() == null
                ? ""
                : ", " + English.percent(drop.getScoreBack()) + " from " + English.answers(Math.round(responses));
    }

    /** Returns links to earlier drops, or nothing where there are none. */
    public static Html earlier(List<Drop> drops, Names names) {
        if (drops.isEmpty()) {
            return Html.NOTHING;
        }
        return Html.join(
                el("h3", "Earlier"),
                el(
                        "ul",
                        cls("plain"),
                        drops.stream()
                                .map(drop -> el(
                                        "li",
                                        el("a", href(Paths.drop(drop)), names.within(SeriesKey.of(drop))),
                                        ", flagged "
                                                + Words.shortDate(drop.getOpenedAt(), names.zone(drop.getHospital()))))
                                .toList()));
    }

    private static Moment moment(Instant at, ZoneId zone, String what) {
        return new Moment(at, line(Words.shortMoment(at, zone), what));
    }

    private static Html line(String when, String what) {
        return el("li", el("b", when), what);
    }
}
