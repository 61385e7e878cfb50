package heed.monitoring.page.hospital;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.page.VerdictMarks;
import heed.monitoring.readmodel.Comparison;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.view.FallBeside;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.schemas.DropState;
import heed.schemas.LeagueRow;
import heed.schemas.Standing;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Better;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a hospital's places among the others: one line a measure in which it is ranked, in the newest closed month
 * compared.
 */
public final class HospitalRanks {

    private final Names names;

    HospitalRanks(Names names) {
        this.names = names;
    }

    /** Returns nothing where the hospital has no place. */
    Html of(String hospital, Leagues leagues, Drops drops) {
        List<Html> lines = new ArrayList<>();
        leagues.questionnaires().values().forEach(months -> Leagues.first(months)
                .ifPresent(newest -> newest.rows().stream()
                        .filter(row -> row.getHospital().equals(hospital))
                        .forEach(row -> lines.add(overall(row)))));
        names.ordered(List.copyOf(leagues.measures().keySet()))
                .forEach(measure -> leagues.first(measure).map(Comparison::rows).ifPresent(rows -> rows.stream()
                        .filter(row -> row.getHospital().equals(hospital))
                        .forEach(row -> lines.add(line(row, drops)))));
        return lines.isEmpty()
                ? Html.NOTHING
                : el(
                        "section",
                        cls("panel places"),
                        el("h2", attr("id", "places"), "Compared with other hospitals"),
                        el("ul", cls("plain"), lines));
    }

    private Html line(LeagueRow row, Drops drops) {
        Better better = names.better(row.getMeasure());
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
                VerdictMarks.chip(row, better),
                drops.latest(new SeriesKey(row.getHospital(), null, row.getMeasure()))
                        .filter(drop -> drop.getState() == DropState.OPEN)
                        .map(drop -> " " + FallBeside.said(drop, row, better, names.zone(row.getHospital())))
                        .orElse(""));
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
