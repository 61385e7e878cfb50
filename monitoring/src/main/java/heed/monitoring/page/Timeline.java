package heed.monitoring.page;

import static heed.monitoring.page.Html.cls;
import static heed.monitoring.page.Html.el;
import static heed.monitoring.page.Html.href;

import heed.monitoring.readmodel.Reading;
import heed.schemas.Drop;
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
        if (drop.getRecoveredAt() == null) {
            moments.add(el(
                    "li",
                    cls("now"),
                    el("b", "Now"),
                    now.shown()
                            .map(shown -> " still flagged: " + Words.percent(shown) + " over the last 7 days ("
                                    + Words.range(shown) + ").")
                            .orElse(" still flagged; too few answers in the last 7 days to say more.")));
        } else {
            moments.add(moment(Words.moment(drop.getRecoveredAt(), zone), " recovered: back at its usual level."));
        }
        return el("ol", cls("time"), moments);
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
