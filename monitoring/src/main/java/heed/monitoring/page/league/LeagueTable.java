package heed.monitoring.page.league;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.CsvLink;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.page.SimulatedChip;
import heed.monitoring.page.VerdictMarks;
import heed.monitoring.readmodel.Comparison;
import heed.monitoring.view.AlikeAnswers;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.questionnaire.Better;
import heed.schemas.sentence.English;
import java.util.ArrayList;
import java.util.List;

/** Writes a comparison as a table: all that the drawings show, and the row of all hospitals taken together. */
final class LeagueTable {

    private final Names names;

    LeagueTable(Names names) {
        this.names = names;
    }

    Html of(Comparison<LeagueRow> comparison) {
        Better better = names.better(comparison.compared());
        List<List<Html>> rows = new ArrayList<>();
        comparison.national().ifPresent(national -> rows.add(national(national)));
        comparison.rows().forEach(row -> rows.add(line(row, better)));
        return Html.join(
                el("h2", attr("id", "table"), "The figures"),
                comparison
                        .national()
                        .map(national -> el("p", cls("small"), AlikeAnswers.words(national, comparison.rows())))
                        .orElse(Html.NOTHING),
                new Table()
                        .figures("Rank")
                        .column("Could be")
                        .column("Hospital")
                        .figures("Score")
                        .column("Range of these answers")
                        .column("Range of the level")
                        .column("Expected")
                        .figures("Answers")
                        .figures("Count as")
                        .column("Against what is expected")
                        .write("table", rows),
                CsvLink.to("/api/v1" + Paths.league(comparison.compared(), comparison.month())));
    }

    private static List<Html> national(National national) {
        return List.of(
                el("td", cls("n"), "-"),
                el("td", "-"),
                el("th", attr("scope", "row"), cls("national"), "All hospitals compared"),
                el("td", cls("n"), el("b", Words.basisPoints(national.getScore()))),
                el("td", Words.basisPoints(national.getLow(), national.getHigh())),
                el("td", "-"),
                el("td", "-"),
                el("td", cls("n"), English.count(national.getN())),
                el("td", "-"),
                el("td", "-"));
    }

    private List<Html> line(LeagueRow row, Better better) {
        return List.of(
                el("td", cls("n"), el("b", Words.rank(row.getRank(), row.getTied()))),
                el("td", row.getRankLow() + " to " + row.getRankHigh()),
                hospital(names, row.getHospital()),
                el("td", cls("n"), el("b", Words.basisPoints(row.getScore()))),
                el("td", Words.basisPoints(row.getLow(), row.getHigh())),
                el(
                        "td",
                        AlikeAnswers.isKnown(row)
                                ? Words.basisPoints(row.getClusteredLow(), row.getClusteredHigh())
                                : "-"),
                el("td", Words.basisPoints(row.getExpectedLow(), row.getExpectedHigh())),
                el("td", cls("n"), English.count(row.getN())),
                el(
                        "td",
                        cls("n"),
                        AlikeAnswers.isKnown(row) ? English.count(Math.round(AlikeAnswers.effective(row))) : "-"),
                el("td", VerdictMarks.chip(row, better)));
    }

    /** Returns the cell that names a row's hospital. */
    static Html hospital(Names names, String code) {
        return el(
                "th",
                attr("scope", "row"),
                el("a", href(Paths.hospital(code)), names.hospital(code)),
                SimulatedChip.after(code, names));
    }
}
