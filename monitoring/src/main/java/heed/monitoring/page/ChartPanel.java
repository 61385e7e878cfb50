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
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.Series;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Reference;
import heed.monitoring.view.UsualWords;
import heed.monitoring.view.Words;
import heed.schemas.Drop;
import heed.schemas.disclosure.Reading;
import heed.schemas.sentence.English;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a line of figures as a chart with its legend, and as a table for whoever prefers numbers. */
public final class ChartPanel {

    private ChartPanel() {}

    /** Returns the first of the days drawn. */
    public static LocalDate first(LocalDate today) {
        return today.minusDays(RecentDays.LINE - 1L);
    }

    /** Returns chart and table of the days up to {@code today}; {@code label} tells the chart in words. */
    public static Html of(Series series, Reference reference, LocalDate today, ZoneId zone, String label) {
        List<Series.Point> points = series.rolling(today, RecentDays.SHORT, RecentDays.LINE);
        if (points.stream().noneMatch(point -> point.reading() instanceof Reading.Shown)) {
            return el("p", "No " + Words.SHORT_DAYS + " had enough answers to draw a score.");
        }
        return Html.join(
                new ScoreChart(days(series, points, reference), reference.usual(), events(reference.drop(), zone))
                        .draw(label),
                legend(reference),
                reference.learned().isEmpty() ? Html.NOTHING : el("p", cls("small"), UsualWords.MEANING),
                el(
                        "details",
                        attr("id", "as-table"),
                        el("summary", "Show as a table"),
                        table(series, points, reference),
                        CsvLink.to("/api/v1" + Paths.series(series.key()))));
    }

    private static List<ScoreChart.Day> days(Series series, List<Series.Point> points, Reference reference) {
        return points.stream()
                .map(point -> new ScoreChart.Day(
                        point.date(),
                        point.reading().shown().map(RowDrawings::spread),
                        reference
                                .range(series, point.date())
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

    private static Html legend(Reference reference) {
        Legend legend = new Legend()
                .line("line", "score of " + Words.SHORT_DAYS)
                .line("band", reference.learned().isPresent() ? "usual range" : "what chance can do");
        reference.usual().ifPresent(share -> legend.line("usual", "usual score"));
        return legend.write();
    }

    private static Html table(Series series, List<Series.Point> points, Reference reference) {
        List<Html> rows = new ArrayList<>();
        for (int at = points.size() - 1; at >= 0; at--) {
            Series.Point point = points.get(at);
            rows.add(el(
                    "tr",
                    el("th", attr("scope", "row"), English.shortDate(point.date())),
                    cells(point.reading()),
                    usual(series, point, reference)));
        }
        Table table = new Table()
                .column(Words.SHORT_DAYS + " to")
                .figures("Score")
                .figures("Range")
                .figures("Answers");
        if (reference.learned().isPresent()) {
            table.figures("Usual range").column("Score lies");
        }
        return table.tall("Scores of " + Words.SHORT_DAYS + " as a table", rows);
    }

    private static Html usual(Series series, Series.Point point, Reference reference) {
        if (reference.learned().isEmpty()) {
            return Html.NOTHING;
        }
        return reference
                .range(series, point.date())
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
