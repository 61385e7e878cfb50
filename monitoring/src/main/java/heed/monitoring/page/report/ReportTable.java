package heed.monitoring.page.report;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.page.SpcIcons;
import heed.monitoring.page.VerdictMarks;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.monitoring.view.report.MonthLine;
import heed.monitoring.view.report.MonthReport;
import heed.monitoring.view.spc.SpcView;
import heed.schemas.LeagueRow;
import heed.schemas.disclosure.Reading;
import heed.schemas.sentence.English;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a month's measures as a table: the score, what changed, what the SPC chart shows, and the place among others.
 */
final class ReportTable {

    private static final String HEADING = "measures";

    private final Names names;

    ReportTable(Names names) {
        this.names = names;
    }

    Html of(MonthReport report) {
        if (report.lines().isEmpty()) {
            return Html.NOTHING;
        }
        return Html.join(
                el("h2", attr("id", HEADING), "Measures"),
                new Table()
                        .column("Measure")
                        .figures("Score")
                        .figures("Answers")
                        .column("Against the month before")
                        .column("By SPC chart")
                        .column("Among hospitals")
                        .write(HEADING, report.lines().stream().map(this::row).toList()),
                el("p", cls("small"), said(report)));
    }

    private static String said(MonthReport report) {
        boolean compared = report.lines().stream().anyMatch(line -> line.place().isPresent());
        boolean moving = report.lines().stream().anyMatch(line -> line.place().isPresent() && !line.isPlaceFinal());
        return "Under a score: the 95% range of these answers, which takes those of one day for as different as any. Of 20"
                + " changes that are none about one seems more than chance, more of them where answers of one day are"
                + " alike and it is not told how much. The icons are those of the SPC chart as it stood at the end of the month, or"
                + " now while it lasts. "
                + (compared
                        ? "Among hospitals: the rank, where it could be 95 times in 100, and how the score stands against"
                                + " what is expected of so many answers; a drop is against the hospital's own usual score."
                                + (moving ? " Ranks of this month still move." : "")
                        : "Among hospitals nothing is told of this month, or not enough answered here: a month is compared"
                                + " when it is over, for readers of some hospitals when it is final. Comparisons are kept for"
                                + " a year.");
    }

    private List<Html> row(MonthLine line) {
        String unit = line.key().unit();
        return List.of(
                el(
                        "th",
                        attr("scope", "row"),
                        el(
                                "a",
                                href(Paths.line(line.key())),
                                (unit == null ? "" : unit + ": ")
                                        + names.measure(line.key().measure()))),
                el("td", cls("n"), score(line.now())),
                el("td", cls("n"), answers(line.now())),
                el("td", line.change()),
                el("td", chart(line)),
                el("td", line.place().map(this::place).orElseGet(() -> Html.text("-"))));
    }

    private static Html score(Reading reading) {
        return reading.shown()
                .map(shown -> Html.join(
                        el("b", Words.percent(shown)), " ", el("span", cls("small range-of"), Words.range(shown))))
                .orElseGet(() -> el("span", cls("small"), Words.whyNone(reading)));
    }

    private static String answers(Reading reading) {
        return reading.shown().map(shown -> English.count(shown.answers())).orElse("-");
    }

    private static Html chart(MonthLine line) {
        SpcView view = line.chart();
        List<Object> icons = new ArrayList<>();
        view.chart().variation().ifPresent(each -> icons.add(SpcIcons.icon(each)));
        if (view.target().isPresent()) {
            view.chart().assurance(view.target().getAsDouble()).ifPresent(each -> icons.add(SpcIcons.icon(each)));
        }
        String per = view.series().per().one();
        return icons.isEmpty()
                ? el("span", cls("small"), "Too few " + view.series().per().many())
                : Html.join(
                        el("div", cls("spc-icons"), icons),
                        el("a", cls("small"), href(Paths.spc(line.key()) + "&per=" + per), "chart by " + per));
    }

    private Html place(LeagueRow row) {
        return Html.join(
                el(
                        "a",
                        href(Paths.league(row.getMeasure(), row.getMonth())),
                        Words.rank(row.getRank(), row.getTied()) + " of " + English.count(row.getHospitals())),
                " (" + row.getRankLow() + " to " + row.getRankHigh() + ") ",
                VerdictMarks.chip(row, names.better(row.getMeasure())));
    }
}
