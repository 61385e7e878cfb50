package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.draw.Legend;
import heed.monitoring.draw.ScoreChart;
import heed.monitoring.draw.ScoreChart.Event;
import heed.monitoring.draw.ScoreChart.Turn;
import heed.monitoring.draw.Spread;
import heed.monitoring.html.CsvLink;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.readmodel.Series;
import heed.monitoring.view.DayNotes;
import heed.monitoring.view.Grain;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Reference;
import heed.monitoring.view.UsualWords;
import heed.monitoring.view.Words;
import heed.monitoring.view.chart.ChartLine;
import heed.monitoring.view.chart.OthersLine;
import heed.schemas.Drop;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a line of figures as a chart with its legend, and as a table for whoever prefers numbers. */
public final class ChartPanel {

    private static final String OTHERS =
            "The thin line shows how all hospitals together moved: from the usual score here up or down by as much as they"
                    + " were above or below their own year before, each week. It is drawn of weeks that are over; for who"
                    + " does not see all hospitals, of weeks so far back that no new answer counts in them.";

    private ChartPanel() {}

    /** Returns chart and table of a line; {@code label} tells the chart in words. */
    public static Html of(ChartLine line, Reference reference, ZoneId zone, String label) {
        return of(line, reference, zone, label, DayNotes.NONE, OthersLine.NONE);
    }

    /** Returns the same with what staff noted on its days, and how all hospitals moved in its weeks. */
    public static Html of(
            ChartLine line, Reference reference, ZoneId zone, String label, DayNotes notes, OthersLine moved) {
        // It is drawn from the usual score: without that it is neither drawn nor told.
        OthersLine others = reference.usual().isEmpty() ? OthersLine.NONE : moved;
        if (line.isEmpty()) {
            return el(
                    "p",
                    "No score of " + line.range().grain().one() + " has enough answers to be drawn: "
                            + line.range().words() + ".");
        }
        ScoreChart chart = new ScoreChart(
                days(line, reference),
                reference.usual(),
                events(reference.drop(), zone),
                notes.notes().stream().map(DayNotes::day).toList(),
                levels(reference, others));
        return Html.join(
                chart.draw(label + others.words() + (notes.notes().isEmpty() ? "" : "." + notes.words())),
                legend(line, reference, notes, others),
                el("p", cls("small"), line.range().words() + "."),
                line.hasUsual(reference) ? el("p", cls("small"), UsualWords.MEANING) : Html.NOTHING,
                others.weeks().isEmpty() ? Html.NOTHING : el("p", cls("small"), OTHERS),
                el(
                        "details",
                        attr("id", "as-table"),
                        el("summary", "Show as a table"),
                        table(line, reference, chart, others),
                        CsvLink.to("/api/v1" + figures(line))));
    }

    /** Returns where the same figures are told by the API. */
    private static String figures(ChartLine line) {
        SeriesKey key = line.series().key();
        String range = line.range().query(line.today());
        return switch (line.range().grain()) {
            case DAYS -> Paths.series(key) + (range.isEmpty() ? "&days=" + line.daysToToday() : range);
            case WEEKS -> Paths.spc(key) + "&per=week" + range;
            case MONTHS -> Paths.spc(key) + "&per=month" + range;
        };
    }

    private static List<ScoreChart.Day> days(ChartLine line, Reference reference) {
        return line.points().stream()
                .map(point -> new ScoreChart.Day(
                        point.date(),
                        point.reading().shown().map(RowDrawings::spread),
                        line.usual(point, reference)
                                .map(range -> new Spread(range.low95(), range.expected(), range.high95()))))
                .toList();
    }

    private static List<Event> events(Optional<Drop> drop, ZoneId zone) {
        List<Event> events = new ArrayList<>();
        drop.ifPresent(one -> {
            events.add(new Event(Turn.BEGAN, date(one.getSince(), zone)));
            events.add(new Event(Turn.FLAGGED, date(one.getOpenedAt(), zone)));
            if (one.getRecoveredAt() != null) {
                events.add(new Event(Turn.RECOVERED, date(one.getRecoveredAt(), zone)));
            }
        });
        return events;
    }

    private static LocalDate date(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    private static List<ScoreChart.Level> levels(Reference reference, OthersLine others) {
        return others.weeks().stream()
                .map(week -> new ScoreChart.Level(
                        week.last(), Math.max(0, Math.min(1, reference.usual().orElseThrow() + week.moved()))))
                .toList();
    }

    private static Html legend(ChartLine line, Reference reference, DayNotes notes, OthersLine others) {
        Legend legend = new Legend()
                .line("line", "score of " + line.range().grain().one())
                .line("band", line.hasUsual(reference) ? "usual range" : "what chance can do");
        reference.usual().ifPresent(share -> legend.line("usual", "usual score"));
        if (!others.weeks().isEmpty()) {
            legend.line("others", "all hospitals");
        }
        if (!notes.notes().isEmpty()) {
            legend.line("note", "noted by staff, by its number below");
        }
        return legend.write();
    }

    private static Html table(ChartLine line, Reference reference, ScoreChart chart, OthersLine others) {
        Grain grain = line.range().grain();
        List<Html> rows = new ArrayList<>();
        for (int at = line.points().size() - 1; at >= 0; at--) {
            Series.Point point = line.points().get(at);
            rows.add(el(
                    "tr",
                    attr("data-x", chart.x(point.date())),
                    el("th", attr("scope", "row"), grain.words(point.date())),
                    cells(point.reading()),
                    usual(line, point, reference),
                    others(others, point)));
        }
        Table table = new Table()
                .column(grain.heading())
                .figures("Score")
                .figures("Range")
                .figures("Answers");
        if (line.hasUsual(reference)) {
            table.figures("Usual range").column("Score lies");
        }
        if (!others.told().isEmpty()) {
            table.column("All hospitals, newest week");
        }
        return table.tall("Scores of " + grain.one() + " as a table", rows);
    }

    private static Html others(OthersLine others, Series.Point point) {
        return others.told().isEmpty()
                ? Html.NOTHING
                : el(
                        "td",
                        others.upTo(point.date())
                                .map(week -> OthersLine.way(week.moved()))
                                .orElse("-"));
    }

    private static Html usual(ChartLine line, Series.Point point, Reference reference) {
        if (!line.hasUsual(reference)) {
            return Html.NOTHING;
        }
        return line.usual(point, reference)
                .map(range -> Html.join(el("td", cls("n"), UsualWords.range(range)), el("td", UsualWords.place(range))))
                .orElseGet(() -> el("td", attr("colspan", "2")));
    }

    private static Html cells(Reading reading) {
        return reading.shown()
                .map(shown -> Html.join(
                        el("td", cls("n"), Words.percent(shown)),
                        el("td", cls("n"), Words.range(shown)),
                        el("td", cls("n"), English.count(shown.answers()))))
                .orElseGet(() -> el("td", cls("n small"), attr("colspan", "3"), Words.whyNone(reading)));
    }
}
