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
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.DayNotes;
import heed.monitoring.view.Words;
import heed.monitoring.view.spc.SpcSeries;
import heed.monitoring.view.spc.SpcView;
import heed.monitoring.view.spc.SpcWords;
import heed.schemas.disclosure.Reading;
import heed.schemas.sentence.English;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Writes an XmR chart: its icons, what it says in a sentence, the drawing, and a table for whoever prefers numbers. */
final class SpcPanel {

    private final SpcView view;
    private final SpcSeries series;
    private final XmrChart chart;
    private final OptionalDouble target;
    private final List<SpcView.Point> drawn;
    private final DayNotes notes;
    private final SpcWords words;

    /** Takes what is shown, and what staff noted on the days of the points that are drawn. */
    SpcPanel(SpcView view, DayNotes notes) {
        this.view = view;
        this.series = view.series();
        this.chart = view.chart();
        this.target = view.target();
        this.drawn = view.points();
        this.notes = notes;
        this.words = new SpcWords(chart, series.per());
    }

    Html write(String title) {
        String lead = words.lead();
        String aim = words.target(target);
        long shown = drawn.stream()
                .filter(point -> point.read().reading().shown().isPresent())
                .count();
        String label = title + ", " + shown + " "
                + (shown == 1 ? series.per().one() : series.per().many()) + ". " + lead
                + notes.words();
        return Html.join(
                icons(),
                el("p", cls("lead"), lead),
                aim.isEmpty() ? Html.NOTHING : el("p", aim),
                view.range().map(this::range).orElse(Html.NOTHING),
                shown == 0
                        ? el("p", "None of these " + series.per().many() + " has enough answers to be drawn.")
                        : Html.join(
                                new SpcChart(
                                                points(),
                                                target,
                                                notes.notes().stream()
                                                        .map(DayNotes::day)
                                                        .toList())
                                        .draw(label),
                                legend()),
                drawn.isEmpty()
                        ? Html.NOTHING
                        : el("details", attr("id", "spc-table"), el("summary", "Show as a table"), table()));
    }

    private Html range(ChartRange days) {
        return el(
                "p",
                cls("small"),
                "Drawn: " + English.shortDate(days.first()) + " to " + English.shortDate(days.last())
                        + ". Limits, and what is said above, are those of all "
                        + series.per().many()
                        + ", whichever are drawn.");
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
        return drawn.stream()
                .map(each -> {
                    XmrChart.Point point = each.drawn();
                    return new SpcChart.Point(
                            each.read().first(),
                            point.isKnown() ? OptionalDouble.of(point.value()) : OptionalDouble.empty(),
                            SpcIcons.marker(chart.variation(point)),
                            point.limits()
                                    .map(limits -> new SpcChart.Limits(limits.lower(), limits.mean(), limits.upper())));
                })
                .toList();
    }

    private Html legend() {
        Legend legend = new Legend()
                .mark(SpcIcons.marker(Variation.COMMON_CAUSE), "chance")
                .mark(SpcIcons.marker(Variation.IMPROVING_HIGH), "improving")
                .mark(SpcIcons.marker(Variation.CONCERNING_LOW), "concern");
        chart.limits().ifPresent(limits -> legend.line("mean", "mean").line("limit", "limit"));
        target.ifPresent(share -> legend.line("target", "target"));
        if (!notes.notes().isEmpty()) {
            legend.line("note", "noted by staff, by its number below");
        }
        return legend.write();
    }

    private Html table() {
        List<Html> rows = new ArrayList<>();
        for (int at = drawn.size() - 1; at >= 0; at--) {
            SpcView.Point point = drawn.get(at);
            rows.add(el(
                    "tr",
                    el(
                            "th",
                            attr("scope", "row"),
                            series.per().words(point.read().first())),
                    cells(point.read().reading(), point.drawn())));
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
