package heed.monitoring.page.league;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

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
import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.questionnaire.Better;
import heed.schemas.sentence.English;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes what can be compared: each measure's newest closed month, by questionnaire. */
public final class LeaguesPage implements Page {

    private final Names names;

    /** Takes what hospitals and measures are called. */
    public LeaguesPage(Names names) {
        this.names = names;
    }

    @Override
    public String path() {
        return "/league";
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        return Optional.of(write(snapshot.part(Leagues.class)));
    }

    Layout.Content write(Leagues leagues) {
        Map<String, List<Comparison<LeagueRow>>> byQuestionnaire = leagues.firstMonths().stream()
                .collect(Collectors.groupingBy(
                        each -> Names.questionnaireOf(each.compared()), TreeMap::new, Collectors.toList()));
        return new Layout.Content(
                Layout.Section.COMPARE,
                "How hospitals compare",
                Html.join(
                        el("h1", "How hospitals compare"),
                        el(
                                "p",
                                cls("sub"),
                                "By calendar month. A rank is shown with the range that it could be: most hospitals can't be"
                                        + " told apart."),
                        byQuestionnaire.isEmpty()
                                ? el(
                                        "p",
                                        cls("panel"),
                                        "Nothing can be compared yet. Hospitals are compared once a month is over in which they"
                                                + " have enough answers; for a reader who does not see all of them, once it"
                                                + " is closed and no new answer counts in it.")
                                : byQuestionnaire.entrySet().stream()
                                        .map(each -> questionnaire(each.getKey(), each.getValue(), leagues))
                                        .toList()));
    }

    private Html questionnaire(String id, List<Comparison<LeagueRow>> comparisons, Leagues leagues) {
        Map<String, Comparison<LeagueRow>> byMeasure =
                comparisons.stream().collect(Collectors.toMap(Comparison::compared, each -> each));
        List<List<Html>> rows = names.ordered(List.copyOf(byMeasure.keySet())).stream()
                .map(byMeasure::get)
                .map(this::line)
                .toList();
        return Html.join(
                el("h2", attr("id", id), names.questionnaire(id)),
                overall(id, leagues),
                new Table()
                        .column("Measure")
                        .column("Month")
                        .figures("All hospitals")
                        .figures("Compared")
                        .figures("Better")
                        .figures("Worse")
                        .figures("Too few answers")
                        .write(id, rows),
                CsvLink.to("/api/v1/league"));
    }

    private static Html overall(String id, Leagues leagues) {
        if (!leagues.questionnaires().containsKey(id)) {
            return Html.NOTHING;
        }
        return Leagues.first(leagues.questionnaires().get(id))
                .map(newest -> el(
                        "p",
                        el("a", href(Paths.overall(id, newest.month())), "Ranks over all measures"),
                        ", " + Words.month(newest.month()) + ", "
                                + English.hospitals(newest.rows().size())))
                .orElse(Html.NOTHING);
    }

    private List<Html> line(Comparison<LeagueRow> comparison) {
        Better better = names.better(comparison.compared());
        return List.of(
                el(
                        "th",
                        attr("scope", "row"),
                        el(
                                "a",
                                href(Paths.league(comparison.compared(), comparison.month())),
                                names.measure(comparison.compared()))),
                el(
                        "td",
                        Words.month(comparison.month()),
                        " ",
                        comparison
                                .national()
                                .map(one -> MonthNote.chip(MonthState.of(one)))
                                .orElse(Html.NOTHING)),
                el(
                        "td",
                        cls("n"),
                        comparison
                                .national()
                                .filter(one -> one.getHospitals() > 0)
                                .map(one -> Words.basisPoints(one.getScore()))
                                .orElse("-")),
                el("td", cls("n"), English.count(comparison.rows().size())),
                count(comparison, better, Verdict.BETTER),
                count(comparison, better, Verdict.WORSE),
                el(
                        "td",
                        cls("n"),
                        comparison
                                .national()
                                .map(National::getBelowMinimum)
                                .filter(few -> few != Disclosure.NOT_TOLD)
                                .map(English::count)
                                .orElse("-")));
    }

    private static Html count(Comparison<LeagueRow> comparison, Better better, Verdict verdict) {
        return el(
                "td",
                cls("n"),
                English.count(comparison.rows().stream()
                        .filter(row -> Verdict.of(row, better) == verdict)
                        .count()));
    }
}
