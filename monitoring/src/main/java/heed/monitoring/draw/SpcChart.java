package heed.monitoring.draw;

import heed.monitoring.draw.Plot.Frame;
import heed.monitoring.html.Html;
import heed.schemas.sentence.English;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Draws an XmR chart: points joined by a line, their mean and limits, a target, and the days that staff noted, each at
 * the point in whose week or month it lies. What is missing leaves a gap.
 */
public final class SpcChart {

    private static final Frame FRAME = new Frame(50, 610, 20, 280, 8);
    private static final double FINEST = .01;
    private static final int MOST_LINES = 5;
    private static final int LABEL_APART = 17;

    private final List<Point> points;
    private final OptionalDouble target;
    private final List<LocalDate> notes;
    private final Ticks ticks;
    private final Plot plot;

    /** Takes the points, oldest first, of which at least one is known, and the target, 0 to 1. */
    public SpcChart(List<Point> points, OptionalDouble target) {
        this(points, target, List.of());
    }

    /**
     * Takes also the days that staff noted, in their order, none before the first point's, which get numbers from 1.
     */
    public SpcChart(List<Point> points, OptionalDouble target, List<LocalDate> notes) {
        this.points = points;
        this.target = target;
        this.notes = notes;
        double[] heights = DoubleStream.concat(points.stream().flatMapToDouble(Point::heights), target.stream())
                .toArray();
        this.ticks = Ticks.between(
                DoubleStream.of(heights).min().orElse(0),
                DoubleStream.of(heights).max().orElse(1),
                FINEST,
                MOST_LINES);
        this.plot = new Plot(FRAME, Scale.even(0, points.size() - 1.0), ticks.scale());
    }

    /**
     * A point.
     *
     * @param first its first day
     * @param share 0 to 1; nothing where it is missing
     * @param limits that hold for it; those of neighbours that are equal are drawn as one line
     */
    public record Point(LocalDate first, OptionalDouble share, Marker marker, Optional<Limits> limits) {

        private DoubleStream heights() {
            return share.isEmpty()
                    ? DoubleStream.empty()
                    : DoubleStream.concat(share.stream(), limits.stream().flatMapToDouble(Limits::heights));
        }
    }

    /** Where points are expected; a limit below 0 or above 1 is one that no share can reach, and is not drawn. */
    public record Limits(double lower, double mean, double upper) {

        private DoubleStream heights() {
            return DoubleStream.concat(DoubleStream.of(mean), reachable());
        }

        private DoubleStream reachable() {
            return DoubleStream.of(lower, upper).filter(Limits::isReachable);
        }

        private static boolean isReachable(double limit) {
            return limit >= 0 && limit <= 1;
        }
    }

    /** Returns the chart, which {@code label} tells in words. */
    public Html draw(String label) {
        plot.grid(ticks);
        limits();
        target.ifPresent(share -> plot.across("target", share));
        new NoteMarks(plot, FRAME, notes, this::place).draw();
        line();
        newest().limits().ifPresent(this::names);
        plot.ends(English.shortDate(points.get(0).first()), English.shortDate(newest().first()));
        return Svg.filling("chart spc", 720, 320).image(label, plot.parts());
    }

    /** Draws each stretch's own mean and limits, a little beyond its first and last point. */
    private void limits() {
        int first = 0;
        for (int at = 1; at <= points.size(); at++) {
            Optional<Limits> limits = points.get(first).limits();
            if (at == points.size() || !points.get(at).limits().equals(limits)) {
                double from = first - .4;
                double to = at - .6;
                limits.ifPresent(each -> {
                    plot.across("mean", from, to, each.mean());
                    each.reachable().forEach(limit -> plot.across("limit", from, to, limit));
                });
                first = at;
            }
        }
    }

    /** Returns the place of the point in whose week or month a day lies. */
    private double place(LocalDate day) {
        return points.stream().filter(point -> !point.first().isAfter(day)).count() - 1.0;
    }

    private void line() {
        List<Svg.Point> values = new ArrayList<>();
        for (int at = 0; at < points.size(); at++) {
            values.add(new Svg.Point(at, points.get(at).share().orElse(Double.NaN)));
        }
        Runs.of(values, value -> !Double.isNaN(value.y())).forEach(run -> plot.line("spc-line", run));
        for (int at = 0; at < points.size(); at++) {
            Point point = points.get(at);
            int place = at;
            point.share().ifPresent(share -> plot.mark(point.marker(), place, share));
        }
    }

    /** Names the lines that hold now at their right end, apart from each other. */
    private void names(Limits now) {
        double middle = plot.py(now.mean());
        name("mean", now.mean(), middle);
        if (Limits.isReachable(now.upper())) {
            name("upper", now.upper(), Math.min(plot.py(now.upper()), middle - LABEL_APART));
        }
        if (Limits.isReachable(now.lower())) {
            name("lower", now.lower(), Math.max(plot.py(now.lower()), middle + LABEL_APART));
        }
    }

    private void name(String what, double share, double y) {
        plot.beyond(y, what + " " + English.percent(share));
    }

    private Point newest() {
        return points.get(points.size() - 1);
    }
}
