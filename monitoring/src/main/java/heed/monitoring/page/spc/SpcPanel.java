package heed.monitoring.page.spc;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.draw.Legend;
import heed.monitoring.draw.SpcChart;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.page.SpcIcons;
import heed.monitoring.spc.Variation;
import heed.monitoring.spc.XmrChart;
import heed.monitoring.view.Words;
import heed.monitoring.view.spc.SpcSeries;
import heed.monitoring.view.spc.SpcWords;
import heed.schemas.disclosure.Reading;
import heed.schemas.sentence.English;
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
                new SpcChart(points(), target).draw(label),
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

    private List<SpcChart.Point> points() {
        List<SpcChart.Point> points = new ArrayList<>();
        for (int at = 0; at < series.points().size(); at++) {
            XmrChart.Point point = chart.points().get(at);
            points.add(new SpcChart.Point(
                    series.points().get(at).first(),
                    point.isKnown() ? OptionalDouble.of(point.value()) : OptionalDouble.empty(),
                    SpcIcons.marker(chart.variation(point)),
                    point.limits().map(each -> new SpcChart.Limits(each.lower(), each.mean(), each.upper()))));
        }
        return points;
    }

    private Html legend() {
        Legend legend = new Legend()
                .mark(SpcIcons.marker(Variation.COMMON_CAUSE), "chance")
                .mark(SpcIcons.marker(Variation.IMPROVING_HIGH), "improving")
                .mark(SpcIcons.marker(Variation.CONCERNING_LOW), "concern");
        chart.limits().ifPresent(limits -> legend.line("mean", "mean").line("limit", "limit"));
        target.ifPresent(share -> legend.line("target", "target"));
        return legend.write();
    }

    private Html table() {
        List<Html> rows = new ArrayList<>();
        for (int at = series.points().size() - 1; at >= 0; at--) {
            SpcSeries.Point point = series.points().get(at);
            rows.add(el(
                    "tr",
                    el("th", attr("scope", "row"), series.per().words(point.first())),
                    cells(point.reading(), chart.points().get(at))));
        }
        return new Table()
                .column(series.per().one().equals("week") ? "Week" : "Month")
                .figures("Score")
                .figures("Answers")
                .figures("Mean")
                .figures("Limits")
                .column("Shows")
                .tall("SPC chart as a table", rows);
    }

    private Html cells(Reading reading, XmrChart.Point point) {
        if (reading instanceof Reading.Shown shown) {
            return Html.join(
                    el("td", cls("n"), Words.percent(shown)),
                    el("td", cls("n"), English.count(shown.answers())),
                    el(
                            "td",
                            cls("n"),
                            point.limits()
                                    .map(each -> English.percent(each.mean()))
                                    .orElse("-")),
                    el(
                            "td",
                            cls("n"),
                            point.limits()
                                    .map(each -> English.range(Math.max(0, each.lower()), Math.min(1, each.upper())))
                                    .orElse("-")),
                    el("td", words.of(point)));
        }
        return el("td", cls("small"), attr("colspan", "5"), Words.whyNone(reading));
    }
}
