package heed.monitoring.page.league;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.html.Switches;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.page.VerdictMarks;
import heed.monitoring.readmodel.Comparison;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.AlikeAnswers;
import heed.monitoring.view.MonthState;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Verdict;
import heed.monitoring.view.Words;
import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.figures.Pool;
import heed.schemas.questionnaire.Better;
import heed.schemas.sentence.English;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes how hospitals compare in one measure and month: the ranks, the scores, and the figures behind both. */
public final class LeaguePage implements Page {

    private final Names names;

    /** Takes what hospitals and measures are called. */
    public LeaguePage(Names names) {
        this.names = names;
    }

    @Override
    public String path() {
        return "/league/{measure}";
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        Leagues leagues = snapshot.part(Leagues.class);
        return AskedMonth.of(request, leagues.measures().get(request.path("measure")))
                .map(comparison -> write(comparison, leagues, snapshot));
    }

    Layout.Content write(Comparison<LeagueRow> comparison, Leagues leagues, Snapshot snapshot) {
        String title = names.measure(comparison.compared());
        return new Layout.Content(
                Layout.Section.COMPARE,
                title + ", " + Words.month(comparison.month()),
                Html.join(
                        LeagueNavigation.crumbs(title),
                        el("h1", "How hospitals compare: " + title),
                        comparison.national().map(all -> stand(all, snapshot)).orElse(Html.NOTHING),
                        LeagueNavigation.months(
                                Objects.requireNonNull(
                                        leagues.measures().get(comparison.compared()), "it is one of these"),
                                comparison.month(),
                                month -> Paths.league(comparison.compared(), month)),
                        measures(comparison, leagues),
                        comparison.rows().isEmpty()
                                ? el("p", cls("panel"), "No hospital has enough answers to be compared.")
                                : Html.join(
                                        el(
                                                "div",
                                                cls("compare"),
                                                ranks(comparison),
                                                el("div", cls("stays"), scores(comparison), RankWarning.write())),
                                        new LeagueTable(names).of(comparison))));
    }

    private Html stand(National national, Snapshot snapshot) {
        String low = names.better(national.getMeasure()) == Better.LOWER
                ? " In this measure a low score is the good one: the lowest ranks first."
                : "";
        return Html.join(
                el(
                        "p",
                        cls("sub"),
                        Words.month(national.getMonth()) + ": " + English.hospitals(national.getHospitals())
                                + " compared, " + English.answers(national.getN()) + "." + low + " "
                                + belowMinimum(national)),
                MonthNote.of(
                        MonthState.of(national),
                        national.getRestatements(),
                        snapshot.until(national.getAsOf()),
                        names.zone()));
    }

    private static String belowMinimum(National national) {
        int few = national.getBelowMinimum();
        String least = "fewer than " + English.answers(national.getMinimum());
        return switch (Math.min(2, few)) {
            case Disclosure.NOT_TOLD -> "Those with " + least + " are not ranked.";
            case 0 -> "None has " + least + ", so none is left out.";
            case 1 -> "1 more has " + least + " and is not ranked.";
            default -> English.count(few) + " more have " + least + " and are not ranked.";
        };
    }

    /** Links to the other measures of the questionnaire in the same month. */
    private Html measures(Comparison<LeagueRow> comparison, Leagues leagues) {
        String questionnaire = Names.questionnaireOf(comparison.compared());
        List<String> others = leagues.measures().entrySet().stream()
                .filter(each -> Names.questionnaireOf(each.getKey()).equals(questionnaire)
                        && each.getValue().containsKey(comparison.month()))
                .map(Map.Entry::getKey)
                .toList();
        return Switches.of(
                "Measure",
                names.ordered(others).stream()
                        .map(each -> new Switches.Link(
                                Paths.league(each, comparison.month()),
                                names.measure(each),
                                Switches.Here.of(each, comparison.compared())))
                        .toList());
    }

    private Html ranks(Comparison<LeagueRow> comparison) {
        Better better = names.better(comparison.compared());
        List<RankList.Line> lines = comparison.rows().stream()
                .map(row -> new RankList.Line(
                        Paths.hospital(row.getHospital()),
                        names.hospital(row.getHospital()),
                        row.getRank(),
                        row.getTied(),
                        row.getRankLow(),
                        row.getRankHigh(),
                        Verdict.of(row, better),
                        Verdict.words(row, better).toLowerCase(Locale.UK)))
                .toList();
        return new RankList(ranked(comparison)).panel(VerdictMarks.legend(), lines);
    }

    /** Returns how many hospitals are ranked, of which a viewer may see only some. */
    private static int ranked(Comparison<LeagueRow> comparison) {
        return comparison.rows().stream()
                .mapToInt(LeagueRow::getHospitals)
                .max()
                .orElse(0);
    }

    private Html scores(Comparison<LeagueRow> comparison) {
        return el(
                "section",
                cls("panel"),
                el("h2", "Score by number of answers"),
                comparison
                        .national()
                        .map(national -> AlikeAnswers.isTold(comparison.rows())
                                ? funnel(comparison, national)
                                : el("p", "Not drawn: how many answers each hospital's count as is not told."))
                        .orElse(el("p", "What all hospitals have in common is not known yet.")));
    }

    private Html funnel(Comparison<LeagueRow> comparison, National national) {
        Better better = names.better(comparison.compared());
        Pool pool = new Pool(national.getP0(), national.getAnswerRatio(), national.getTau2());
        long outside = comparison.rows().stream()
                .filter(row -> VerdictMarks.isOutside(Verdict.of(row, better)))
                .count();
        String label = "Score against number of answers: " + English.count(outside) + " of "
                + English.hospitals(comparison.rows().size())
                + (outside == 1 ? " lies" : " lie")
                + " outside the range expected of so many answers. The table below has"
                + " every figure.";
        return Html.join(
                new LeagueFunnel(comparison.rows(), pool, better, names).draw(label),
                VerdictMarks.legend(),
                el(
                        "p",
                        cls("small"),
                        "Line: the score of all hospitals together. Band: where 95 of 100 hospitals are expected. It is wide"
                                + " on the left, where few answers leave more to chance. Answers are counted as so many that"
                                + " are not alike. ",
                        spread(national)));
    }

    /** Says how much hospitals differ beyond chance. */
    private static String spread(National national) {
        if (national.getTau2() == 0) {
            return "Chance alone explains how far these hospitals differ.";
        }
        return "Hospitals differ more than chance explains, as they usually do; so the band is widened by a spread of "
                + String.format(Locale.UK, "%.1f", 100 * Math.sqrt(national.getTau2()))
                + " points between hospitals.";
    }
}
