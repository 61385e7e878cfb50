package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.decimal;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.view.Words;
import heed.schemas.EvidenceDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws how the evidence grew until the alarm: above, the statistic by day on a scale of powers of ten with the alarm line at
 * 1; below, the score of the same days against the usual one. A day with fewer answers than may be shown has evidence only.
 */
final class EvidenceChart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 340;
    private static final int LEFT = 58;
    private static final int RIGHT = 700;
    private static final int TOP = 26;
    private static final int MIDDLE = 160;
    private static final int SCORES = 200;
    private static final int BOTTOM = 300;
    private static final int LOWEST_POWER = -4;

    private final List<EvidenceDay> days;
    private final int minimum;
    private final int lowest;
    private final int highest;
    private final double lowestScore;

    EvidenceChart(List<EvidenceDay> days, int minimum) {
        this.days = days;
        this.minimum = minimum;
        this.lowest = days.stream()
                .mapToInt(day -> (int) Math.floor(power(day.getEvidence())))
                .reduce(-1, Math::min);
        this.highest = days.stream()
                .mapToInt(day -> (int) Math.ceil(power(day.getEvidence())))
                .reduce(1, Math::max);
        double least = days.stream()
                .mapToDouble(day -> shows(day) ? Math.min(day.getScore(), day.getUsual()) : day.getUsual())
                .min()
                .orElse(0);
        this.lowestScore = Math.max(0, Math.min(0.8, Math.floor(least * 10) / 10));
    }

    Html draw(String label) {
        return el(
                "svg",
                cls("chart evidence"),
                attr("viewBox", "0 0 " + WIDTH + " " + HEIGHT),
                attr("role", "img"),
                attr("aria-label", label),
                powers(),
                line("score", day -> y(day.getEvidence())),
                dots(),
                scores(),
                line("usual-days", day -> scoreY(day.getUsual())),
                dates());
    }

    private boolean shows(EvidenceDay day) {
        return day.getN() >= minimum;
    }

    private List<Object> powers() {
        List<Object> grid = new ArrayList<>();
        grid.add(text(LEFT, TOP - 12, "start", "quiet", "Evidence of a fall"));
        for (int at = lowest; at <= highest; at++) {
            double y = y(StrictMath.pow(10, at));
            grid.add(rule(at == 0 ? "alarm" : "grid", y));
            grid.add(text(LEFT - 8, y + 4, "end", "quiet", at < 0 ? "1/" + tens(-at) : tens(at)));
        }
        grid.add(text(LEFT + 6, y(1) - 6, "start", "flagged", "alarm line"));
        return grid;
    }

    private static String tens(int power) {
        return Words.count((long) StrictMath.pow(10, power));
    }

    private List<Object> dots() {
        List<Object> dots = new ArrayList<>();
        for (int at = 0; at < days.size(); at++) {
            double evidence = days.get(at).getEvidence();
            dots.add(el(
                    "circle",
                    cls(evidence >= 1 ? "alarm-dot" : "score-dot"),
                    attr("cx", x(at)),
                    attr("cy", y(evidence)),
                    attr("r", evidence >= 1 ? 5 : 3)));
        }
        return dots;
    }

    private List<Object> scores() {
        List<Object> scores = new ArrayList<>();
        scores.add(text(LEFT, SCORES - 12, "start", "quiet", "Score of each day (dots), usual score (dotted line)"));
        for (double at : new double[] {lowestScore, (1 + lowestScore) / 2, 1}) {
            scores.add(rule("grid", scoreY(at)));
            scores.add(text(LEFT - 8, scoreY(at) + 4, "end", "quiet", Words.percent(at)));
        }
        for (int at = 0; at < days.size(); at++) {
            EvidenceDay day = days.get(at);
            if (shows(day)) {
                scores.add(el(
                        "circle",
                        cls("score-dot"),
                        attr("cx", x(at)),
                        attr("cy", scoreY(day.getScore())),
                        attr("r", 4)));
            }
        }
        return scores;
    }

    private Html line(String kind, Height height) {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < days.size(); at++) {
            line.append(decimal(x(at)))
                    .append(',')
                    .append(decimal(height.of(days.get(at))))
                    .append(' ');
        }
        return el("polyline", cls(kind), attr("points", line.toString().trim()));
    }

    /** Says how high up a day is. */
    private interface Height {
        double of(EvidenceDay day);
    }

    private List<Object> dates() {
        LocalDate first = LocalDate.ofEpochDay(days.get(0).getDay());
        LocalDate last = LocalDate.ofEpochDay(days.get(days.size() - 1).getDay());
        return first.equals(last)
                ? List.of(text(LEFT, HEIGHT - 14, "start", "quiet", Words.shortDate(first)))
                : List.of(
                        text(LEFT, HEIGHT - 14, "start", "quiet", Words.shortDate(first)),
                        text(RIGHT, HEIGHT - 14, "end", "quiet", Words.shortDate(last)));
    }

    private static Html rule(String kind, double y) {
        return el("line", cls(kind), attr("x1", LEFT), attr("x2", RIGHT), attr("y1", y), attr("y2", y));
    }

    private static Html text(double x, double y, String anchor, String kind, String words) {
        return el("text", cls(kind), attr("x", x), attr("y", y), attr("text-anchor", anchor), words);
    }

    private double x(int at) {
        int first = days.get(0).getDay();
        int span = Math.max(1, days.get(days.size() - 1).getDay() - first);
        return LEFT + 6 + (double) (RIGHT - LEFT - 12) * (days.get(at).getDay() - first) / span;
    }

    private double y(double evidence) {
        return MIDDLE - (MIDDLE - TOP) * (power(evidence) - lowest) / (highest - lowest);
    }

    private double scoreY(double score) {
        return BOTTOM - (BOTTOM - SCORES) * (score - lowestScore) / (1 - lowestScore);
    }

    private static double power(double evidence) {
        return evidence <= 0 ? LOWEST_POWER : Math.max(LOWEST_POWER, StrictMath.log10(evidence));
    }
}
