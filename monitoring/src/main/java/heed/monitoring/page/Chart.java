package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.decimal;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.readmodel.Series;
import heed.monitoring.view.Against;
import heed.monitoring.view.Words;
import heed.schemas.disclosure.Reading;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a line of figures over days: the score, the band of what chance can do, the usual score where it is known, and, where there is a
 * drop, when it began, was flagged and ended. Days that may not be shown leave a gap.
 */
final class Chart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 270;
    private static final int LEFT = 48;
    private static final int RIGHT = 700;
    private static final int TOP = 24;
    private static final int BOTTOM = 232;

    private final List<Series.Point> points;
    private final Against against;
    private final ZoneId zone;
    private final double low;

    Chart(List<Series.Point> points, Against against, ZoneId zone) {
        this.points = points;
        this.against = against;
        this.zone = zone;
        double lowest = points.stream()
                .flatMap(point -> point.reading().shown().stream())
                .mapToDouble(shown -> shown.figures().low())
                .min()
                .orElse(0);
        this.low = Math.max(
                0, Math.min(0.8, Math.floor((Math.min(lowest, against.usual().orElse(1)) - 0.02) * 10) / 10));
    }

    Html draw(String label) {
        return el(
                "svg",
                cls("chart"),
                attr("viewBox", "0 0 " + WIDTH + " " + HEIGHT),
                attr("role", "img"),
                attr("aria-label", label),
                grid(),
                bands(),
                usual(),
                lines(),
                markers(),
                dates());
    }

    private List<Object> grid() {
        List<Object> grid = new ArrayList<>();
        double step = 1 - low > 0.55 ? 0.2 : 0.1;
        for (double at = 1; at > low - 1e-9; at -= step) {
            double y = y(at);
            grid.add(el("line", cls("grid"), attr("x1", LEFT), attr("x2", RIGHT), attr("y1", y), attr("y2", y)));
            grid.add(label(LEFT - 8, y + 4, "end", "quiet", Words.percent(at)));
        }
        return grid;
    }

    private List<Object> usual() {
        if (against.usual().isEmpty()) {
            return List.of();
        }
        double y = y(against.usual().getAsDouble());
        return List.of(
                el("line", cls("usual"), attr("x1", LEFT), attr("x2", RIGHT), attr("y1", y), attr("y2", y)),
                label(
                        LEFT + 6,
                        y - 7,
                        "start",
                        "good",
                        "usual " + Words.percent(against.usual().getAsDouble())));
    }

    /** Draws one closed band for each run of days that may be shown. */
    private List<Object> bands() {
        List<Object> bands = new ArrayList<>();
        for (List<Integer> run : runs()) {
            StringBuilder path = new StringBuilder();
            for (int at : run) {
                path.append(path.length() == 0 ? "M" : " L")
                        .append(at(at, shown(at).figures().high()));
            }
            for (int back = run.size() - 1; back >= 0; back--) {
                int at = run.get(back);
                path.append(" L").append(at(at, shown(at).figures().low()));
            }
            bands.add(el("path", cls("band"), attr("d", path.append('Z'))));
        }
        return bands;
    }

    private List<Object> lines() {
        List<Object> lines = new ArrayList<>();
        for (List<Integer> run : runs()) {
            StringBuilder line = new StringBuilder();
            run.forEach(at -> line.append(at(at, shown(at).figures().score())).append(' '));
            lines.add(
                    run.size() == 1
                            ? el(
                                    "circle",
                                    cls("score-dot"),
                                    attr("cx", x(run.get(0))),
                                    attr("cy", y(shown(run.get(0)).figures().score())),
                                    attr("r", 3))
                            : el(
                                    "polyline",
                                    cls("score"),
                                    attr("points", line.toString().trim())));
        }
        return lines;
    }

    private List<List<Integer>> runs() {
        List<List<Integer>> runs = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        for (int at = 0; at < points.size(); at++) {
            if (points.get(at).reading().shown().isPresent()) {
                run.add(at);
            } else if (!run.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
            }
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    private List<Object> markers() {
        List<Object> markers = new ArrayList<>();
        against.drop().ifPresent(one -> {
            mark(markers, one.getSince().atZone(zone).toLocalDate(), "began about ", "began", TOP + 12);
            mark(markers, one.getOpenedAt().atZone(zone).toLocalDate(), "flagged ", "flagged", BOTTOM - 22);
            if (one.getRecoveredAt() != null) {
                mark(markers, one.getRecoveredAt().atZone(zone).toLocalDate(), "recovered ", "back", BOTTOM - 6);
            }
        });
        return markers;
    }

    private void mark(List<Object> markers, LocalDate date, String words, String kind, double textY) {
        long at = ChronoUnit.DAYS.between(points.get(0).date(), date);
        if (at < 0 || at >= points.size()) {
            return;
        }
        double x = x((int) at);
        boolean flip = x < LEFT + 140;
        markers.add(el("line", cls("mark " + kind), attr("x1", x), attr("x2", x), attr("y1", TOP), attr("y2", BOTTOM)));
        markers.add(label(flip ? x + 6 : x - 6, textY, flip ? "start" : "end", kind, words + Words.shortDate(date)));
    }

    private List<Object> dates() {
        int last = points.size() - 1;
        int middle = last / 2;
        return List.of(
                label(
                        LEFT,
                        HEIGHT - 14,
                        "start",
                        "quiet",
                        Words.shortDate(points.get(0).date())),
                label(
                        x(middle),
                        HEIGHT - 14,
                        "middle",
                        "quiet",
                        Words.shortDate(points.get(middle).date())),
                label(
                        RIGHT,
                        HEIGHT - 14,
                        "end",
                        "quiet",
                        Words.shortDate(points.get(last).date())));
    }

    private static Html label(double x, double y, String anchor, String kind, String words) {
        return el("text", cls(kind), attr("x", x), attr("y", y), attr("text-anchor", anchor), words);
    }

    private Reading.Shown shown(int at) {
        return points.get(at).reading().shown().orElseThrow();
    }

    private String at(int day, double score) {
        return decimal(x(day)) + "," + decimal(y(score));
    }

    private double x(int day) {
        return LEFT + (double) (RIGHT - LEFT) * day / Math.max(1, points.size() - 1);
    }

    private double y(double score) {
        return BOTTOM - (BOTTOM - TOP) * Math.max(0, (score - low) / (1 - low));
    }
}
