package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.decimal;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.spc.XmrChart;
import heed.monitoring.spc.XmrLimits;
import heed.monitoring.view.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Draws an XmR chart: points joined by a line, their mean and limits, a target. What is missing leaves a gap. */
public final class SpcChart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 320;
    private static final int LEFT = 50;
    private static final int RIGHT = 610;
    private static final int TOP = 20;
    private static final int BOTTOM = 280;
    private static final double[] STEPS = {.01, .02, .05, .1, .2};
    private static final int MOST_LINES = 6;
    private static final int LABEL_APART = 17;

    private final XmrChart chart;
    private final List<LocalDate> dates;
    private final OptionalDouble target;
    private final double low;
    private final double high;
    private final double step;

    /** Takes the chart, the first days of its points and the target; at least one point is known. */
    public SpcChart(XmrChart chart, List<LocalDate> dates, OptionalDouble target) {
        this.chart = chart;
        this.dates = dates;
        this.target = target;
        double lowest = heights().min().orElse(0);
        double highest = heights().max().orElse(1);
        this.step = DoubleStream.of(STEPS)
                .filter(each -> (highest - lowest) / each <= MOST_LINES - 1)
                .findFirst()
                .orElse(STEPS[STEPS.length - 1]);
        this.low = Math.floor(lowest / step + 1e-9) * step;
        this.high = Math.max(low + step, Math.ceil(highest / step - 1e-9) * step);
    }

    private DoubleStream heights() {
        DoubleStream points = chart.points().stream()
                .filter(XmrChart.Point::isKnown)
                .flatMapToDouble(point -> DoubleStream.concat(
                        DoubleStream.of(point.value()),
                        point.limits().stream()
                                .flatMapToDouble(each -> DoubleStream.of(each.lower(), each.mean(), each.upper()))
                                .filter(SpcChart::isReachable)));
        return DoubleStream.concat(points, target.stream());
    }

    public Html draw(String label) {
        return el(
                "svg",
                cls("chart spc"),
                attr("viewBox", "0 0 " + WIDTH + " " + HEIGHT),
                attr("role", "img"),
                attr("aria-label", label),
                grid(),
                limits(),
                goal(),
                line(),
                marks(),
                labels(),
                days());
    }

    private List<Object> grid() {
        List<Object> grid = new ArrayList<>();
        for (int at = 0; low + at * step <= high + 1e-9; at++) {
            double share = low + at * step;
            if (share >= -1e-9 && share <= 1 + 1e-9) {
                grid.add(across("grid", LEFT, RIGHT, share));
                grid.add(text(LEFT - 8, y(share) + 4, "end", "quiet", Words.percent(share)));
            }
        }
        return grid;
    }

    private static Html text(double x, double y, String anchor, String kind, String words) {
        return el("text", cls(kind), attr("x", x), attr("y", y), attr("text-anchor", anchor), words);
    }

    private Html across(String kind, double from, double to, double share) {
        return el("line", cls(kind), attr("x1", from), attr("x2", to), attr("y1", y(share)), attr("y2", y(share)));
    }

    /** Draws each stretch's own mean and limits; a limit that no score can reach is left out. */
    private List<Object> limits() {
        List<Object> lines = new ArrayList<>();
        List<XmrChart.Point> points = chart.points();
        int first = 0;
        for (int at = 1; at <= points.size(); at++) {
            if (at == points.size()
                    || !points.get(at).limits().equals(points.get(first).limits())) {
                double from = x(first - 0.4);
                double to = x(at - 0.6);
                points.get(first).limits().ifPresent(each -> {
                    lines.add(across("mean", from, to, each.mean()));
                    DoubleStream.of(each.lower(), each.upper())
                            .filter(SpcChart::isReachable)
                            .forEach(limit -> lines.add(across("limit", from, to, limit)));
                });
                first = at;
            }
        }
        return lines;
    }

    static boolean isReachable(double limit) {
        return limit >= 0 && limit <= 1;
    }

    private List<Object> goal() {
        return target.isEmpty() ? List.of() : List.of(across("target", LEFT, RIGHT, target.getAsDouble()));
    }

    private List<Object> line() {
        List<Object> lines = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int at = 0; at <= chart.points().size(); at++) {
            if (at < chart.points().size() && chart.points().get(at).isKnown()) {
                run.append(decimal(x(at)))
                        .append(',')
                        .append(decimal(y(chart.points().get(at).value())))
                        .append(' ');
            } else if (run.length() > 0) {
                lines.add(el(
                        "polyline",
                        cls("spc-line"),
                        attr("points", run.toString().trim())));
                run.setLength(0);
            }
        }
        return lines;
    }

    private List<Object> marks() {
        List<Object> marks = new ArrayList<>();
        for (int at = 0; at < chart.points().size(); at++) {
            XmrChart.Point point = chart.points().get(at);
            if (point.isKnown()) {
                marks.add(SpcIcons.mark(chart.variation(point), x(at), y(point.value())));
            }
        }
        return marks;
    }

    /** Names the lines that hold now at their right end, apart from each other. */
    private List<Object> labels() {
        Optional<XmrLimits> limits = chart.limits();
        if (limits.isEmpty()) {
            return List.of();
        }
        XmrLimits now = limits.get();
        double middle = y(now.mean());
        List<Object> labels = new ArrayList<>();
        labels.add(text(RIGHT + 8, middle + 4, "start", "quiet", "mean " + Words.percent(now.mean())));
        if (isReachable(now.upper())) {
            double above = Math.min(y(now.upper()), middle - LABEL_APART);
            labels.add(text(RIGHT + 8, above + 4, "start", "quiet", "upper " + Words.percent(now.upper())));
        }
        if (isReachable(now.lower())) {
            double below = Math.max(y(now.lower()), middle + LABEL_APART);
            labels.add(text(RIGHT + 8, below + 4, "start", "quiet", "lower " + Words.percent(now.lower())));
        }
        return labels;
    }

    private List<Object> days() {
        int last = dates.size() - 1;
        List<Object> days = new ArrayList<>();
        days.add(text(LEFT, HEIGHT - 14, "start", "quiet", Words.date(dates.get(0))));
        if (last > 0) {
            days.add(text(RIGHT, HEIGHT - 14, "end", "quiet", Words.date(dates.get(last))));
        }
        return days;
    }

    private double x(double at) {
        return LEFT + 8 + (RIGHT - LEFT - 16) * at / Math.max(1, chart.points().size() - 1);
    }

    private double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * (share - low) / (high - low);
    }
}
