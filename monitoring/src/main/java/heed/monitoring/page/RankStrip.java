package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.view.Verdict;
import heed.monitoring.view.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws ranks as a list with one line a hospital: its name, a mark at its rank on a bar from the best to the worst rank that it
 * could have, and the same in figures. All lines share one scale, the best rank at the left. It is text first, so it reflows on
 * a phone and needs no drawing to be understood.
 *
 * @param hospitals how many are ranked
 */
public record RankStrip(int hospitals) {

    private static final String HEADING = "ranks";
    private static final int WIDTH = 240;
    private static final int HEIGHT = 20;
    private static final int PAD = 8;
    private static final int PARTS = 4;

    /**
     * One line.
     *
     * @param note what else a reader who cannot see the mark is told
     */
    public record Line(String path, String name, int rank, int best, int worst, Verdict verdict, String note) {}

    /** Returns the ranks under a heading of their own; {@code legend} says what the marks mean, if that is not plain. */
    public Html panel(Html legend, List<Line> lines) {
        return el(
                "section",
                cls("panel"),
                el("h2", attr("id", HEADING), "Rank, and where it could be"),
                el("p", cls("small"), "Mark: the rank. Bar: where the rank could be, 95 times in 100."),
                legend,
                list(lines));
    }

    private Html list(List<Line> lines) {
        return Html.join(
                el(
                        "p",
                        cls("ranks-head small"),
                        attr("aria-hidden", "true"),
                        el("span", "Hospital"),
                        el("span", cls("ends"), el("span", "1, best"), el("span", "last, " + Words.count(hospitals))),
                        el("span", cls("n"), "Rank, range")),
                el(
                        "ol",
                        cls("ranks"),
                        attr("aria-labelledby", HEADING),
                        lines.stream().map(this::line).toList()));
    }

    private Html line(Line line) {
        return el(
                "li",
                el("a", href(line.path()), line.name()),
                strip(line),
                el(
                        "span",
                        cls("n"),
                        el("span", cls("unseen"), "rank "),
                        el("b", Words.count(line.rank())),
                        el("span", cls("unseen"), ", could be"),
                        " ",
                        el("span", cls("small"), line.best() + " to " + line.worst()),
                        el("span", cls("unseen"), line.note().isEmpty() ? "" : ", " + line.note())));
    }

    private Html strip(Line line) {
        List<Object> parts = new ArrayList<>();
        for (int at = 0; at <= PARTS; at++) {
            double x = PAD + (WIDTH - 2.0 * PAD) * at / PARTS;
            parts.add(el("line", cls("rail"), attr("x1", x), attr("x2", x), attr("y1", 0), attr("y2", HEIGHT)));
        }
        double middle = HEIGHT / 2.0;
        parts.add(el(
                "line",
                cls("span"),
                attr("x1", x(line.best())),
                attr("x2", x(line.worst())),
                attr("y1", middle),
                attr("y2", middle)));
        parts.add(VerdictMarks.mark(line.verdict(), x(line.rank()), middle, 6));
        return el(
                "svg",
                cls("strip " + line.verdict().word()),
                attr("viewBox", "0 0 " + WIDTH + " " + HEIGHT),
                attr("aria-hidden", "true"),
                attr("focusable", "false"),
                parts);
    }

    private double x(int rank) {
        return PAD + (WIDTH - 2.0 * PAD) * (hospitals <= 1 ? 0.5 : (rank - 1.0) / (hospitals - 1.0));
    }
}
