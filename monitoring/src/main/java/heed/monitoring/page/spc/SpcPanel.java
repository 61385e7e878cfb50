package heed.monitoring.page.spc;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.page.ChartPanel;
import heed.monitoring.page.SpcChart;
import heed.monitoring.page.SpcIcons;
import heed.monitoring.spc.Variation;
import heed.monitoring.spc.XmrChart;
import heed.monitoring.view.Words;
import heed.monitoring.view.spc.SpcSeries;
import heed.monitoring.view.spc.SpcWords;
import heed.schemas.disclosure.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Writes an XmR chart: its icons, what it says in a sentence, the drawing, and a table for whoever prefers numbers. */
final class SpcPanel {

    private final SpcSeries series;
    private final XmrChart chart;
    private final OptionalDouble target;
    private final SpcWords words;

    SpcPanel(SpcSeries series, XmrChart chart, OptionalDouble target) {
        this.series = series;
        this.chart = chart;
        this.target = target;
        this.words = new SpcWords(chart, series.per());
    }

    Html write(String title) {
        String lead = words.lead();
        String aim = words.target(target);
        String label = title + ", " + series.shown() + " "
                + (series.shown() == 1 ? series.per().one() : series.per().many()) + ". " + lead;
        return Html.join(
                icons(),
                el("p", cls("lead"), lead),
                aim.isEmpty() ? Html.NOTHING : el("p", aim),
                new SpcChart(
                                chart,
                                series.points().stream()
                                        .map(SpcSeries.Point::first)
                                        .toList(),
                                target)
                        .draw(label),
                legend(),
                el("details", attr("id", "spc-table"), el("summary", "Show as a table"), table()));
    }

    private Html icons() {
        List<Object> icons = new ArrayList<>();
        chart.variation().ifPresent(each -> icons.add(SpcIcons.icon(each)));
        if (target.isPresent()) {
            chart.assurance(target.getAsDouble()).ifPresent(each -> icons.add(SpcIcons.icon(each)));
        }
        return icons.isEmpty() ? Html.NOTHING : el("div", cls("spc-icons"), icons);
    }

    private Html legend() {
        return el(
                "p",
                cls("small legend"),
                ChartPanel.key(SpcIcons.key(Variation.COMMON_CAUSE), "chance"),
                ChartPanel.key(SpcIcons.key(Variation.IMPROVING_HIGH), "improving"),
                ChartPanel.key(SpcIcons.key(Variation.CONCERNING_LOW), "concern"),
                chart.limits().isEmpty()
                        ? Html.NOTHING
                        : Html.join(ChartPanel.key("mean", "mean"), ChartPanel.key("limit", "limit")),
                target.isEmpty() ? Html.NOTHING : ChartPanel.key("target", "target"));
    }

    private Html table() {
        List<Object> rows = new ArrayList<>();
        for (int at = series.points().size() - 1; at >= 0; at--) {
            SpcSeries.Point point = series.points().get(at);
            rows.add(el(
                    "tr",
                    el("th", attr("scope", "row"), series.per().words(point.first())),
                    cells(point.reading(), chart.points().get(at))));
        }
        return el(
                "div",
                cls("wrap tall"),
                attr("tabindex", "0"),
                attr("role", "region"),
                attr("aria-label", "SPC chart as a table"),
                el(
                        "table",
                        cls("narrow"),
                        el(
                                "thead",
                                el(
                                        "tr",
                                        el(
                                                "th",
                                                attr("scope", "col"),
                                                series.per().one().equals("week") ? "Week" : "Month"),
                                        el("th", attr("scope", "col"), cls("n"), "Score"),
                                        el("th", attr("scope", "col"), cls("n"), "Answers"),
                                        el("th", attr("scope", "col"), cls("n"), "Mean"),
                                        el("th", attr("scope", "col"), cls("n"), "Limits"),
                                        el("th", attr("scope", "col"), "Shows"))),
                        el("tbody", rows)));
    }

    private Html cells(Reading reading, XmrChart.Point point) {
        if (reading instanceof Reading.Shown shown) {
            return Html.join(
                    el("td", cls("n"), Words.percent(shown)),
                    el("td", cls("n"), Words.count(shown.answers())),
                    el(
                            "td",
                            cls("n"),
                            point.limits()
                                    .map(each -> Words.percent(each.mean()))
                                    .orElse("-")),
                    el(
                            "td",
                            cls("n"),
                            point.limits()
                                    .map(each -> Words.range(Math.max(0, each.lower()), Math.min(1, each.upper())))
                                    .orElse("-")),
                    el("td", words.of(point)));
        }
        String why = reading instanceof Reading.TooFew few
                ? "Too few to show (fewer than " + few.minimum() + ")"
                : "No responses";
        return el("td", cls("small"), attr("colspan", "5"), why);
    }
}
