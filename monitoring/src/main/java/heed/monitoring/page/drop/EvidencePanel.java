package heed.monitoring.page.drop;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.draw.EvidenceChart;
import heed.monitoring.html.CsvLink;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.schemas.Drop;
import heed.schemas.EvidenceDay;
import heed.schemas.sentence.English;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/** Writes the days that led to an alarm as a chart, and as a table for whoever prefers numbers. */
final class EvidencePanel {

    /** The statistic is scaled so that the alarm is raised here. */
    private static final int ALARM = 1;

    private final Drop drop;
    private final int minimum;

    /** Takes the drop; days with fewer than {@code minimum} answers are shown without answers and score. */
    EvidencePanel(Drop drop, int minimum) {
        this.drop = drop;
        this.minimum = minimum;
    }

    /** Returns the evidence; nothing where the drop has none that may be shown. */
    Html write() {
        List<EvidenceDay> days = drop.getTrail();
        if (days.isEmpty()) {
            return Html.NOTHING;
        }
        EvidenceDay last = days.get(days.size() - 1);
        String label = "Evidence by day, " + days.size() + (days.size() == 1 ? " day" : " days") + " to "
                + English.shortDate(date(last)) + ": " + English.evidence(last.getEvidence())
                + " at the end, where the alarm is raised at "
                + ALARM;
        return Html.join(
                el("h2", attr("id", "evidence"), "How the evidence grew"),
                el(
                        "p",
                        "Each day with answers makes a fall more or less likely. Each step up the scale is ten times as"
                                + " much. At the line the alarm is raised."),
                new EvidenceChart(days.stream().map(this::drawn).toList(), ALARM).draw(label),
                el(
                        "details",
                        attr("id", "evidence-table"),
                        el("summary", "Show the evidence as a table"),
                        table(days),
                        CsvLink.to("/api/v1" + Paths.drop(drop))));
    }

    private EvidenceChart.Day drawn(EvidenceDay day) {
        return new EvidenceChart.Day(
                date(day),
                day.getEvidence(),
                isShown(day) ? OptionalDouble.of(day.getScore()) : OptionalDouble.empty(),
                day.getUsual());
    }

    private boolean isShown(EvidenceDay day) {
        return day.getN() >= minimum;
    }

    private Html table(List<EvidenceDay> days) {
        return new Table()
                .column("Day")
                .figures("Answers")
                .figures("Score")
                .figures("Usual")
                .figures("Evidence")
                .tall("Evidence by day as a table", days.stream().map(this::row).toList());
    }

    private Html row(EvidenceDay day) {
        return el(
                "tr",
                el("th", attr("scope", "row"), English.shortDate(date(day))),
                isShown(day)
                        ? Html.join(
                                el("td", cls("n"), English.count(day.getN())),
                                el("td", cls("n"), English.percent(day.getScore())))
                        : el("td", cls("n small"), attr("colspan", "2"), Words.tooFew(minimum)),
                el("td", cls("n"), English.percent(day.getUsual())),
                el("td", cls("n"), English.evidence(day.getEvidence())));
    }

    private static LocalDate date(EvidenceDay day) {
        return LocalDate.ofEpochDay(day.getDay());
    }
}
