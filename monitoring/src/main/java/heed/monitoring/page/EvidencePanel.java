package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.CsvLink;
import heed.monitoring.html.Html;
import heed.monitoring.view.Words;
import heed.schemas.Drop;
import heed.schemas.EvidenceDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Writes the days that led to an alarm as a chart, and as a table for whoever prefers numbers. */
public final class EvidencePanel {

    private EvidencePanel() {}

    /** Returns the evidence; days with fewer than {@code minimum} answers are shown without answers and score. */
    public static Html of(Drop drop, int minimum) {
        List<EvidenceDay> days = drop.getTrail();
        if (days.isEmpty()) {
            return Html.NOTHING;
        }
        EvidenceDay last = days.get(days.size() - 1);
        String label = "Evidence by day, " + days.size() + (days.size() == 1 ? " day" : " days") + " to "
                + Words.date(LocalDate.ofEpochDay(last.getDay())) + ": " + number(last.getEvidence())
                + " at the end, where the alarm is raised at 1";
        return Html.join(
                el("h2", attr("id", "evidence"), "How the evidence grew"),
                el(
                        "p",
                        "Each day with answers makes a fall more or less likely. Each step up the scale is ten times as"
                                + " much. At the line the alarm is raised."),
                new EvidenceChart(days, minimum).draw(label),
                el(
                        "details",
                        attr("id", "evidence-table"),
                        el("summary", "Show the evidence as a table"),
                        table(days, minimum),
                        CsvLink.to("/api/v1" + Words.dropPath(drop))));
    }

    private static Html table(List<EvidenceDay> days, int minimum) {
        return el(
                "div",
                cls("wrap tall"),
                attr("tabindex", "0"),
                attr("role", "region"),
                attr("aria-label", "Evidence by day as a table"),
                el(
                        "table",
                        cls("narrow"),
                        el(
                                "thead",
                                el(
                                        "tr",
                                        el("th", attr("scope", "col"), "Day"),
                                        el("th", attr("scope", "col"), cls("n"), "Answers"),
                                        el("th", attr("scope", "col"), cls("n"), "Score"),
                                        el("th", attr("scope", "col"), cls("n"), "Usual"),
                                        el("th", attr("scope", "col"), cls("n"), "Evidence"))),
                        el("tbody", days.stream().map(day -> row(day, minimum)).toList())));
    }

    private static Html row(EvidenceDay day, int minimum) {
        Html answers = day.getN() < minimum
                ? el("td", cls("n small"), attr("colspan", "2"), Words.tooFew(minimum))
                : Html.join(
                        el("td", cls("n"), Words.count(day.getN())), el("td", cls("n"), Words.percent(day.getScore())));
        return el(
                "tr",
                el("th", attr("scope", "row"), Words.date(LocalDate.ofEpochDay(day.getDay()))),
                answers,
                el("td", cls("n"), Words.percent(day.getUsual())),
                el("td", cls("n"), number(day.getEvidence())));
    }

    private static String number(double evidence) {
        return evidence < 0.001 ? "below 0.001" : String.format(Locale.UK, "%.3f", evidence);
    }
}
