package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.decimal;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.view.Names;
import heed.monitoring.view.Verdict;
import heed.monitoring.view.Words;
import heed.schemas.LeagueRow;
import heed.schemas.figures.Interval;
import heed.schemas.figures.Pool;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.questionnaire.Better;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Draws scores against numbers of answers, with the score of all hospitals and the range that 95% of hospitals with so many
 * answers are expected in. Numbers of answers stand on a square-root scale: small hospitals, of which there are many, would
 * lie on top of each other on an even one.
 */
public final class Funnel {

    private static final int STEPS = 80;
    private static final int MOST_NAMED = 6;
    private static final double NAME_HEIGHT = 18;

    private final List<LeagueRow> rows;
    private final Pool pool;
    private final Better better;
    private final Names names;
    private final FunnelScale scale;

    public Funnel(List<LeagueRow> rows, Pool pool, Better better, Names names) {
        this.rows = rows;
        this.pool = pool;
        this.better = better;
        this.names = names;
        this.scale = FunnelScale.over(rows, pool);
    }

    public Html draw(String label) {
        return el(
                "svg",
                cls("chart funnel"),
                attr("viewBox", "0 0 " + FunnelScale.WIDTH + " " + FunnelScale.HEIGHT),
                attr("role", "group"),
                attr("aria-label", label),
                grid(),
                expected(),
                centre(),
                rows.stream()
                        .sorted(Comparator.comparing(row -> verdict(row) == Verdict.EXPECTED ? 0 : 1))
                        .map(this::point)
                        .toList(),
                namesOfOutliers(),
                label(FunnelScale.LEFT + 2, scale.y(pool.p0()) - 6, "start", "all " + scale.words(pool.p0())));
    }

    private Verdict verdict(LeagueRow row) {
        return Verdict.of(row.getRating(), better);
    }

    private List<Object> grid() {
        List<Object> grid = new ArrayList<>();
        for (double score : scale.scoreTicks()) {
            double y = scale.y(score);
            grid.add(el(
                    "line",
                    cls("grid"),
                    attr("x1", FunnelScale.LEFT),
                    attr("x2", FunnelScale.RIGHT),
                    attr("y1", y),
                    attr("y2", y)));
            grid.add(label(FunnelScale.LEFT - 8, y + 4, "end", scale.words(score)));
        }
        for (long n : scale.answerTicks()) {
            grid.add(label(scale.x((double) n), FunnelScale.BOTTOM + 22, "middle", Words.count(n)));
        }
        grid.add(label(
                (FunnelScale.LEFT + FunnelScale.RIGHT) / 2.0, FunnelScale.HEIGHT - 6, "middle", "number of answers"));
        return grid;
    }

    /** Draws the expected range as a band with its two edges. */
    private List<Object> expected() {
        StringBuilder high = new StringBuilder();
        StringBuilder low = new StringBuilder();
        StringBuilder back = new StringBuilder();
        for (int step = 0; step <= STEPS; step++) {
            double n = scale.answersAt((double) step / STEPS);
            Interval range = pool.expectedRange(n);
            high.append(at(n, range.high())).append(' ');
            low.append(at(n, range.low())).append(' ');
            back.insert(0, at(n, range.low()) + " ");
        }
        return List.of(
                el("polygon", cls("band"), attr("points", (high.toString() + back).trim())),
                el("polyline", cls("edge"), attr("points", high.toString().trim())),
                el("polyline", cls("edge"), attr("points", low.toString().trim())));
    }

    private Html centre() {
        double y = scale.y(pool.p0());
        return el(
                "line",
                cls("centre"),
                attr("x1", FunnelScale.LEFT),
                attr("x2", FunnelScale.RIGHT),
                attr("y1", y),
                attr("y2", y));
    }

    /** The table has the same links, so the keyboard need not stop at every point. */
    private Html point(LeagueRow row) {
        String words = names.hospital(row.getHospital()) + ": " + Words.basisPoints(row.getScore()) + " of "
                + Words.answers(row.getN()) + ", "
                + Verdict.words(row.getRating(), better).toLowerCase(Locale.UK);
        return el(
                "a",
                href(Words.hospitalPath(row.getHospital())),
                attr("tabindex", "-1"),
                attr("aria-label", words),
                el("title", words),
                VerdictMarks.mark(verdict(row), x(row), y(row), 5));
    }

    /** Names the hospitals furthest outside their range, as far as there is room. */
    private List<Object> namesOfOutliers() {
        List<Object> labels = new ArrayList<>();
        List<Double> taken = new ArrayList<>();
        rows.stream()
                .filter(row -> verdict(row) != Verdict.EXPECTED)
                .sorted(Comparator.comparingDouble(this::distance).reversed())
                .limit(MOST_NAMED)
                .forEach(row -> {
                    double y = y(row) + 4;
                    if (taken.stream().allMatch(other -> Math.abs(other - y) >= NAME_HEIGHT)) {
                        taken.add(y);
                        boolean flip = x(row) > (FunnelScale.LEFT + FunnelScale.RIGHT) / 2.0;
                        labels.add(el(
                                "text",
                                cls(verdict(row).word()),
                                attr("x", flip ? x(row) - 10 : x(row) + 10),
                                attr("y", y),
                                attr("text-anchor", flip ? "end" : "start"),
                                names.hospital(row.getHospital())));
                    }
                });
        return labels;
    }

    private double distance(LeagueRow row) {
        return Math.max(row.getScore() - row.getExpectedHigh(), row.getExpectedLow() - row.getScore());
    }

    private double x(LeagueRow row) {
        return scale.x((double) row.getN());
    }

    private double y(LeagueRow row) {
        return scale.y((double) row.getScore() / ScoreFigures.FULL);
    }

    private String at(double n, double score) {
        return decimal(scale.x(n)) + "," + decimal(scale.y(score));
    }

    private static Html label(double x, double y, String anchor, String words) {
        return el("text", attr("x", x), attr("y", y), attr("text-anchor", anchor), words);
    }
}
