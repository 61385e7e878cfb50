package heed.monitoring.page.hospital;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.page.ConditionChip;
import heed.monitoring.page.RowDrawings;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Condition;
import heed.monitoring.view.Line;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Steady;
import heed.monitoring.view.Words;
import heed.schemas.disclosure.Reading;
import heed.schemas.sentence.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes lines of figures as a table of current scores: the measures of a hospital, or one measure of its units. */
final class ScoreTable {

    private ScoreTable() {}

    /**
     * One row.
     *
     * @param path where the row's name leads
     * @param reading of the days of a current score
     * @param beside what is said beside the condition
     */
    record Row(String name, String path, Reading reading, Condition condition, Optional<String> beside) {}

    /** Returns the row of a line of figures. */
    static Row row(String name, Line line, Snapshot snapshot, Names names) {
        return new Row(
                name, Paths.line(line.key()), line.month28(), line.condition(), Steady.of(line, snapshot, names));
    }

    static Html of(String heading, String headingId, String firstColumn, List<Row> rows) {
        RowDrawings drawings = RowDrawings.over(rows.stream().map(Row::reading).toList());
        return Html.join(
                el("h2", attr("id", headingId), heading),
                new Table()
                        .column(firstColumn)
                        .figures(Words.SCORE_DAYS)
                        .column(drawings.rangeHeading())
                        .figures("Answers")
                        .column("Now")
                        .write(
                                headingId,
                                rows.stream().map(row -> line(row, drawings)).toList()));
    }

    private static List<Html> line(Row row, RowDrawings drawings) {
        List<Html> cells = new ArrayList<>();
        cells.add(el("th", attr("scope", "row"), el("a", href(row.path()), row.name())));
        cells.addAll(figures(row, drawings));
        cells.add(el(
                "td",
                cls("words"),
                ConditionChip.of(row.condition()),
                row.beside().map(words -> el("p", cls("small"), words)).orElse(Html.NOTHING)));
        return cells;
    }

    private static List<Html> figures(Row row, RowDrawings drawings) {
        return row.reading()
                .shown()
                .map(shown -> List.of(
                        el("td", cls("n"), el("b", Words.percent(shown))),
                        drawings.range(shown, row.condition()),
                        el("td", cls("n"), English.count(shown.answers()))))
                .orElseGet(() -> List.of(
                        el("td", cls("n"), "-"),
                        el("td", cls("small"), attr("colspan", "2"), Words.whyNone(row.reading()))));
    }
}
