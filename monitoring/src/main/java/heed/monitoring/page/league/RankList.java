package heed.monitoring.page.league;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.draw.RankStrip;
import heed.monitoring.html.Html;
import heed.monitoring.page.VerdictMarks;
import heed.monitoring.view.Verdict;
import heed.monitoring.view.Words;
import heed.schemas.sentence.English;
import java.util.List;

/**
 * Writes ranks as a list with one line a hospital: its name, a strip with its rank and where that could be, and the
 * same in figures. It is text first, so it reflows on a phone and needs no drawing to be understood.
 *
 * @param hospitals how many are ranked
 */
record RankList(int hospitals) {

    private static final String HEADING = "ranks";
    private static final int MARK = 6;

    /**
     * One line.
     *
     * @param tied how many hospitals share the rank
     * @param note what else a reader who cannot see the mark is told
     */
    record Line(String path, String name, int rank, int tied, int best, int worst, Verdict verdict, String note) {}

    /**
     * Returns the ranks under a heading of their own; {@code legend} says what the marks mean, if that is not plain.
     */
    Html panel(Html legend, List<Line> lines) {
        return el(
                "section",
                cls("panel"),
                el("h2", attr("id", HEADING), "Rank, and where it could be"),
                el(
                        "p",
                        cls("small"),
                        "Mark: the rank; = where several share it. Bar: where the rank could be, 95 times in 100."),
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
                        el("span", cls("ends"), el("span", "1, best"), el("span", "last, " + English.count(hospitals))),
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
                new RankStrip(hospitals)
                        .draw(
                                line.best(),
                                line.rank(),
                                line.worst(),
                                VerdictMarks.marker(line.verdict(), MARK),
                                VerdictMarks.drawn(line.verdict())),
                el(
                        "span",
                        cls("n"),
                        el("span", cls("unseen"), "rank "),
                        el("b", Words.rank(line.rank(), line.tied())),
                        el("span", cls("unseen"), line.tied() > 1 ? ", shared by " + line.tied() : ""),
                        el("span", cls("unseen"), ", could be"),
                        " ",
                        el("span", cls("small"), line.best() + " to " + line.worst()),
                        el("span", cls("unseen"), line.note().isEmpty() ? "" : ", " + line.note())));
    }
}
