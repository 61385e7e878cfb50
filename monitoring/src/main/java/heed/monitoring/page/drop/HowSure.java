package heed.monitoring.page.drop;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.schemas.Drop;
import heed.schemas.sentence.English;
import heed.schemas.sentence.Rarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes how sure a drop is: its figures, whom it is sure enough for, and how often chance alone flags one. */
final class HowSure {

    private HowSure() {}

    static Html of(Drop drop) {
        List<Object> rows = new ArrayList<>();
        rows.add(row("Answers used", English.count(Math.round(drop.getResponsesUsed()))));
        rows.add(row(
                "Score since the fall, with 99% range",
                English.percent(drop.getScore()) + " (" + English.range(drop.getScoreLow(), drop.getScoreHigh())
                        + ")"));
        rows.add(row("Usual score before it", English.percent(drop.getBaseline())));
        rows.add(row("Estimated fall", English.points(drop.getFall())));
        rows.add(row("Evidence: by chance alone", Rarity.of(drop).english()));
        rows.add(row(
                "Alarm level held to",
                "1 false alarm in " + English.count(Math.round(drop.getFalseAlarmDays())) + " days"));
        rows.add(row("Answers of one day move together by", String.format(Locale.UK, "%.3f", drop.getIcc())));
        rows.add(row("Rule", drop.getRuleVersion()));
        return Html.join(
                el("h2", attr("id", "sure"), "How sure is this"),
                el("p", budget(drop)),
                audience(drop),
                el("table", cls("facts"), el("tbody", rows)));
    }

    /** Says the false-alarm budget as a ward hears it. */
    private static String budget(Drop drop) {
        return "If nothing had changed here, this measure would still be flagged by chance about "
                + Rarity.ofDays(drop.getFalseAlarmDays()).once() + ", at most.";
    }

    private static Html audience(Drop drop) {
        return switch (drop.getAudience()) {
            case INTERNAL ->
                el("p", "Sure enough for the hospital's own staff; not yet for readers of many hospitals.");
            case PUBLISHED -> el("p", "Sure enough for the hospital's own staff, and for readers of many hospitals.");
            case NOBODY -> Html.NOTHING;
        };
    }

    private static Html row(String name, String value) {
        return el("tr", el("th", attr("scope", "row"), name), el("td", cls("n"), value));
    }
}
