package heed.monitoring.page.league;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.CsvLink;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.Comparison;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.MonthState;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Verdict;
import heed.monitoring.view.Words;
import heed.schemas.Standing;
import heed.schemas.access.Right;
import heed.schemas.sentence.English;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes how hospitals compare over all measures of a questionnaire in one month. */
public final class OverallPage implements Page {

    private final Names names;

    /** Takes what hospitals and measures are called. */
    public OverallPage(Names names) {
        this.names = names;
    }

    @Override
    public String path() {
        return "/league/{questionnaire}/overall";
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        Leagues leagues = snapshot.part(Leagues.class);
        return AskedMonth.of(request, leagues.questionnaires().get(request.path("questionnaire")))
                .map(comparison -> write(comparison, leagues, snapshot));
    }

    Layout.Content write(Comparison<Standing> comparison, Leagues leagues, Snapshot snapshot) {
        String title = names.questionnaire(comparison.compared());
        return new Layout.Content(
                Layout.Section.COMPARE,
                title + ", all measures, " + Words.month(comparison.month()),
                Html.join(
                        LeagueNavigation.crumbs(title + ", all measures"),
                        el("h1", "How hospitals compare over all measures: " + title),
                        el(
                                "p",
                                cls("sub"),
                                Words.month(comparison.month())
                                        + ": a hospital gains a point for each measure in which it is in the best fifth, and"
                                        + " loses one for each in which it is in the last fifth. Hospitals with equal points"
                                        + " share a rank, such as =8."),
                        comparison.rows().stream()
                                .findFirst()
                                .map(first -> stand(first, snapshot))
                                .orElse(Html.NOTHING),
                        LeagueNavigation.months(
                                Objects.requireNonNull(
                                        leagues.questionnaires().get(comparison.compared()), "it is one of these"),
                                comparison.month(),
                                month -> Paths.overall(comparison.compared(), month)),
                        el("div", cls("compare"), ranks(comparison), RankWarning.write()),
                        table(comparison)));
    }

    private Html stand(Standing first, Snapshot snapshot) {
        return MonthNote.of(
                MonthState.of(first), first.getRestatements(), snapshot.until(first.getAsOf()), names.zone());
    }

    private Html ranks(Comparison<Standing> comparison) {
        List<RankList.Line> lines = comparison.rows().stream()
                .map(row -> new RankList.Line(
                        Paths.hospital(row.getHospital()),
                        names.hospital(row.getHospital()),
                        row.getRank(),
                        row.getTied(),
                        row.getRankLow(),
                        row.getRankHigh(),
                        Verdict.EXPECTED,
                        ""))
                .toList();
        int ranked = comparison.rows().stream()
                .mapToInt(Standing::getHospitals)
                .max()
                .orElse(0);
        return new RankList(ranked).panel(Html.NOTHING, lines);
    }

    private Html table(Comparison<Standing> comparison) {
        return Html.join(
                el("h2", attr("id", "table"), "The figures"),
                new Table()
                        .figures("Rank")
                        .column("Could be")
                        .column("Hospital")
                        .figures("Points")
                        .figures("In the best fifth")
                        .figures("In the last fifth")
                        .figures("Measures ranked in")
                        .write(
                                "table",
                                comparison.rows().stream().map(this::line).toList()),
                CsvLink.to("/api/v1" + Paths.overall(comparison.compared(), comparison.month())));
    }

    private List<Html> line(Standing row) {
        return List.of(
                el("td", cls("n"), el("b", Words.rank(row.getRank(), row.getTied()))),
                el("td", row.getRankLow() + " to " + row.getRankHigh()),
                LeagueTable.hospital(names, row.getHospital()),
                el("td", cls("n"), el("b", signed(row.getNet()))),
                el("td", cls("n"), English.count(row.getTop())),
                el("td", cls("n"), English.count(row.getBottom())),
                el("td", cls("n"), English.count(row.getMeasures())));
    }

    /** Writes points with their sign: +2, 0, -1. */
    private static String signed(int points) {
        return points > 0 ? "+" + points : Integer.toString(points);
    }
}
