package heed.monitoring.page.hospital;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.page.VerdictMarks;
import heed.monitoring.readmodel.Comparison;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.schemas.LeagueRow;
import heed.schemas.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a hospital's places among the others: one line a measure in which it is ranked, in the newest month compared.
 */
public final class HospitalRanks {

    private final Names names;

    HospitalRanks(Names names) {
        this.names = names;
    }

    /** Returns nothing where the hospital has no place. */
    Html of(String hospital, Leagues leagues) {
        List<Html> lines = new ArrayList<>();
        leagues.questionnaires().values().forEach(months -> Leagues.newest(months)
                .ifPresent(newest -> newest.rows().stream()
                        .filter(row -> row.getHospital().equals(hospital))
                        .forEach(row -> lines.add(overall(row)))));
        names.ordered(List.copyOf(leagues.measures().keySet()))
                .forEach(
                        measure -> leagues.newest(measure).map(Comparison::rows).ifPresent(rows -> rows.stream()
                                .filter(row -> row.getHospital().equals(hospital))
                                .forEach(row -> lines.add(line(row)))));
        return lines.isEmpty()
                ? Html.NOTHING
                : el(
                        "section",
                        cls("panel places"),
                        el("h2", attr("id", "places"), "Compared with other hospitals"),
                        el("ul", cls("plain"), lines));
    }

    private Html line(LeagueRow row) {
        return el(
                "li",
                el(
                        "a",
                        href(Paths.league(row.getMeasure(), row.getMonth())),
                        names.measure(row.getMeasure()) + ", " + Words.month(row.getMonth())),
                place(
                        Words.rank(row.getRank(), row.getTied()),
                        row.getHospitals(),
                        row.getRankLow(),
                        row.getRankHigh()),
                VerdictMarks.chip(row, names.better(row.getMeasure())));
    }

    private Html overall(Standing row) {
        return el(
                "li",
                el(
                        "a",
                        href(Paths.overall(row.getQuestionnaire(), row.getMonth())),
                        names.questionnaire(row.getQuestionnaire()) + ", all measures, " + Words.month(row.getMonth())),
                place(
                        Words.rank(row.getRank(), row.getTied()),
                        row.getHospitals(),
                        row.getRankLow(),
                        row.getRankHigh()));
    }

    private static String place(String rank, int hospitals, int low, int high) {
        return ": ranked " + rank + " of " + hospitals + ", 95% interval " + low + " to " + high + " ";
    }
}
