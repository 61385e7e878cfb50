package heed.monitoring.spc;

import heed.schemas.questionnaire.Better;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An XmR chart: points with the limits that hold for them and the rules that they break. Where a new usual level began,
 * limits are drawn anew, and no run goes across. A stretch of fewer than {@link #LEAST_POINTS} has neither limits nor
 * signals.
 *
 * @param points oldest first
 * @param better which end is the good one
 */
public record XmrChart(List<Point> points, Better better) {

    /** From so many points on Making Data Count's own tool shows limits and icons. */
    public static final int LEAST_POINTS = 13;

    public XmrChart {
        points = List.copyOf(points);
    }

    /**
     * A point.
     *
     * @param value NaN for a missing one
     * @param limits nothing where there are too few points
     */
    public record Point(double value, Optional<XmrLimits> limits, Set<XmrSignal> signals) {

        /** Tells whether there is a value. */
        public boolean isKnown() {
            return !Double.isNaN(value);
        }
    }

    /** How limits are drawn. */
    public enum Limits {
        /** Of all moving ranges, as in the tools of Making Data Count. */
        ALL_RANGES,
        /** Without outlying moving ranges, as in the R package NHSRplotthedots. */
        SCREENED;

        private Optional<XmrLimits> of(double... values) {
            return this == ALL_RANGES ? XmrLimits.of(values) : XmrLimits.screened(values);
        }
    }

    /**
     * Draws a chart.
     *
     * @param values oldest first, NaN for a missing one
     * @param anew places of the values from which on limits are drawn anew
     */
    public static XmrChart of(double[] values, Collection<Integer> anew, Better better, Limits limits) {
        TreeSet<Integer> ends = new TreeSet<>(anew);
        ends.add(values.length);
        List<Point> points = new ArrayList<>();
        for (int end : ends) {
            points.addAll(stretch(Arrays.copyOfRange(values, points.size(), end), limits));
        }
        return new XmrChart(points, better);
    }

    private static List<Point> stretch(double[] values, Limits how) {
        long known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        Optional<XmrLimits> limits = known < LEAST_POINTS ? Optional.empty() : how.of(values);
        List<Set<XmrSignal>> signals =
                limits.map(each -> XmrSignals.of(each, values)).orElse(List.of());
        List<Point> points = new ArrayList<>();
        for (int at = 0; at < values.length; at++) {
            points.add(new Point(values[at], limits, signals.isEmpty() ? Set.of() : signals.get(at)));
        }
        return points;
    }

    /** Returns what kind of variation a point shows. */
    public Variation variation(Point point) {
        return Variation.of(point.signals(), better);
    }

    /** Returns what kind of variation the newest known point shows; nothing where it has no limits. */
    public Optional<Variation> variation() {
        return points.stream()
                .filter(Point::isKnown)
                .reduce((first, second) -> second)
                .filter(point -> point.limits().isPresent())
                .map(this::variation);
    }

    /** Returns the limits that hold now: those of the newest stretch. */
    public Optional<XmrLimits> limits() {
        return points.isEmpty()
                ? Optional.empty()
                : points.get(points.size() - 1).limits();
    }

    /** Returns whether {@code target} can be counted on, by the limits that hold now. */
    public Optional<Assurance> assurance(double target) {
        return limits().map(each -> Assurance.of(each, target, better));
    }
}
