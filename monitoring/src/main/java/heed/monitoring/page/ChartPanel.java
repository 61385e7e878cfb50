package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.CsvLink;
import heed.monitoring.html.Html;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.SeriesKey;
import heed.monitoring.view.Against;
import heed.monitoring.view.Words;
import heed.schemas.Drop;
import heed.schemas.disclosure.Reading;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a line of figures as a chart with its legend, and as a table for whoever prefers numbers. */
public final class ChartPanel {

    private ChartPanel() {}

    /** Returns chart and table of the days up to {@code today}. */
    public static Html of(Series series, Against against, LocalDate today, ZoneId zone, String what) {
        List<Series.Point> points = series.rolling(today, RecentDays.SHORT, RecentDays.LINE);
        if (points.stream().noneMatch(point -> point.reading() instanceof Reading.Shown)) {
            return el("p", "No seven days had enough answers to draw a score.");
        }
        String label = what + ", " + Marks.inWords(points) + sinceWhen(against.drop(), zone);
        return Html.join(
                new Chart(points, against, zone).draw(label),
                el(
                        "p",
                        cls("small legend"),
                        key("line", "score of 7 days"),
                        key("band", "what chance can do"),
                        against.usual().isPresent() ? key("usual", "usual score") : Html.NOTHING),
                el(
                        "details",
                        attr("id", "as-table"),
                        el("summary", "Show as a table"),
                        table(points),
                        csv(series.key())));
    }

    private static Html csv(SeriesKey key) {
        return CsvLink.to("/api/v1" + Words.seriesPath(key));
    }

    /** Keeps a sign and its words on one line. */
    public static Html key(String kind, String words) {
        return key(el("span", cls("key " + kind)), words);
    }

    public static Html key(Html sign, String words) {
        return el("span", sign, " " + words);
    }

    private static String sinceWhen(Optional<Drop> drop, ZoneId zone) {
        return drop.map(one -> ", low since about " + Words.shortDate(one.getSince(), zone))
                .orElse("");
    }

    private static Html table(List<Series.Point> points) {
        List<Object> rows = new ArrayList<>();
        for (int at = points.size() - 1; at >= 0; at--) {
            Series.Point point = points.get(at);
            rows.add(el("tr", el("th", attr("scope", "row"), Words.date(point.date())), cells(point.reading())));
        }
        return el(
                "div",
                cls("wrap tall"),
                attr("tabindex", "0"),
                attr("role", "region"),
                attr("aria-label", "Scores of 7 days as a table"),
                el(
                        "table",
                        cls("narrow"),
                        el(
                                "thead",
                                el(
                                        "tr",
                                        el("th", attr("scope", "col"), "7 days to"),
                                        el("th", attr("scope", "col"), cls("n"), "Score"),
                                        el("th", attr("scope", "col"), cls("n"), "Range"),
                                        el("th", attr("scope", "col"), cls("n"), "Answers"))),
                        el("tbody", rows)));
    }

    private static Html cells(Reading reading) {
        if (reading instanceof Reading.Shown shown) {
            return Html.join(
                    el("td", cls("n"), Words.percent(shown)),
                    el("td", cls("n"), Words.range(shown)),
                    el("td", cls("n"), Words.count(shown.answers())));
        }
        String words = reading instanceof Reading.TooFew few
                ? "Too few to show (fewer than " + few.minimum() + ")"
                : "No responses";
        return el("td", cls("n small"), attr("colspan", "3"), words);
    }
}
