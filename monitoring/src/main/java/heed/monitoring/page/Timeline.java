package heed.monitoring.page;

import static heed.monitoring.page.Html.cls;
import static heed.monitoring.page.Html.el;
import static heed.monitoring.page.Html.href;

import heed.monitoring.readmodel.Reading;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Writes what happened around a drop, oldest first. */
final class Timeline {

    private Timeline() {}

    /** Returns the drop's moments; {@code now} is the reading of the last 7 days. */
    static Html of(Drop drop, Reading now, ZoneId zone) {
        List<Object> moments = new ArrayList<>();
        moments.add(moment(Words.shortDate(drop.getSince(), zone), " about here answers began to fall."));
        String answers = Words.answers(Math.round(drop.getResponsesUsed()));
        if (drop.getEscalatedAt() == null) {
            moments.add(moment(Words.moment(drop.getOpenedAt(), zone), " flagged, after " + answers + "."));
        } else {
            moments.add(moment(Words.moment(drop.getOpenedAt(), zone), " flagged."));
            moments.add(moment(
                    Words.moment(drop.getEscalatedAt(), zone),
                    " surely larger than first said, after " + answers + "."));
        }
        if (drop.getPhase() == DropPhase.CONFIRMED) {
            moments.add(moment(Words.moment(drop.getAsOf(), zone), " sure enough for readers of many hospitals too."));
        }
        if (drop.getPhase() == DropPhase.REVISED) {
            moments.add(moment(
                    Words.moment(drop.getAsOf(), zone),
                    drop.getRaisedToday()
                            ? " looked at again: the alarm would be raised today."
                            : " answers were corrected or withdrawn: the alarm would not be raised today."));
        }
        moments.add(drop.getState() == DropState.OPEN ? now(now) : ended(drop, zone));
        return el("ol", cls("time"), moments);
    }

    /** Returns when a drop that is no longer open ended. */
    static Instant end(Drop drop) {
        return drop.getRecoveredAt() == null ? drop.getAsOf() : drop.getRecoveredAt();
    }

    private static Html now(Reading now) {
        return el(
                "li",
                cls("now"),
                el("b", "Now"),
                now.shown()
                        .map(shown -> " still flagged: " + Words.percent(shown) + " over the last 7 days ("
                                + Words.range(shown) + ").")
                        .orElse(" still flagged; too few answers in the last 7 days to say more."));
    }

    private static Html ended(Drop drop, ZoneId zone) {
        return moment(
                Words.moment(end(drop), zone),
                drop.getPhase() == DropPhase.REBASELINED
                        ? " the new level was made the usual one, by a person."
                        : " recovered: back at its usual level.");
    }

    /** Returns links to earlier drops, or nothing where there are none. */
    static Html earlier(List<Drop> drops, Names names) {
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
                                        el("a", href(Words.dropPath(drop)), names.measure(drop.getMeasure())),
                                        ", flagged "
                                                + Words.shortDate(drop.getOpenedAt(), names.zone(drop.getHospital()))))
                                .toList()));
    }

    private static Html moment(String when, String what) {
        return el("li", el("b", when), what);
    }
}
