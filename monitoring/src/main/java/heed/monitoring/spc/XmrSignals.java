package heed.monitoring.spc;

import heed.monitoring.spc.XmrSignal.Rule;
import heed.monitoring.spc.XmrSignal.Way;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the points of an XmR chart that chance is unlikely to have made. A missing point (NaN) ends every run: it
 * neither makes a signal nor joins what lies before it to what comes after.
 */
public final class XmrSignals {

    private static final int SHIFT = 7;
    private static final int TREND = 7;

    private final double[] points;
    private final XmrLimits limits;
    private final List<Set<XmrSignal>> found = new ArrayList<>();

    private XmrSignals(double[] points, XmrLimits limits) {
        this.points = points;
        this.limits = limits;
        for (int at = 0; at < points.length; at++) {
            found.add(new LinkedHashSet<>());
        }
    }

    /** Returns for each point the rules that it breaks. */
    public static List<Set<XmrSignal>> of(XmrLimits limits, double... points) {
        XmrSignals signals = new XmrSignals(points, limits);
        signals.outside();
        signals.shifts();
        signals.trends();
        signals.twoOfThree();
        return signals.found.stream().map(Set::copyOf).toList();
    }

    private void mark(int at, Rule rule, int sign) {
        found.get(at).add(new XmrSignal(rule, Way.of(sign)));
    }

    private void outside() {
        for (int at = 0; at < points.length; at++) {
            if (limits.isOutside(points[at])) {
                mark(at, Rule.OUTSIDE, limits.side(points[at]));
            }
        }
    }

    private void shifts() {
        int first = 0;
        for (int at = 0; at <= points.length; at++) {
            int before = first < points.length ? limits.side(points[first]) : 0;
            if (at == points.length || limits.side(points[at]) != before) {
                markRun(first, at, before == 0 ? Integer.MAX_VALUE : SHIFT, Rule.SHIFT, before);
                first = at;
            }
        }
    }

    private void markRun(int first, int end, int least, Rule rule, int sign) {
        for (int at = first; at < end && end - first >= least; at++) {
            mark(at, rule, sign);
        }
    }

    /** Steps of one direction in a row; a repeated value is no step and does not end the row either. */
    private void trends() {
        int first = 0;
        int last = 0;
        int steps = 0;
        int direction = 0;
        for (int at = 1; at <= points.length; at++) {
            boolean broken = at == points.length || Double.isNaN(points[at] - points[at - 1]);
            int step = broken ? 0 : XmrLimits.sign(points[at] - points[at - 1]);
            if (broken || (step != 0 && step == -direction)) {
                markTrend(first, last, steps, direction);
                steps = 0;
                direction = 0;
            }
            if (step != 0) {
                first = steps == 0 ? at - 1 : first;
                direction = step;
                steps++;
                last = at;
            }
        }
    }

    private void markTrend(int first, int last, int steps, int direction) {
        if (steps >= TREND - 1) {
            markRun(first, last + 1, TREND, Rule.TREND, direction);
        }
    }

    private void twoOfThree() {
        for (int first = 0; first + 3 <= points.length; first++) {
            int side = limits.side(points[first]);
            int near = 0;
            boolean alike = side != 0;
            for (int at = first; at < first + 3; at++) {
                alike &= limits.side(points[at]) == side;
                near += limits.isNearOrOutside(points[at]) ? 1 : 0;
            }
            for (int at = first; at < first + 3 && alike && near >= 2; at++) {
                if (limits.isNearOrOutside(points[at])) {
                    mark(at, Rule.TWO_OF_THREE, side);
                }
            }
        }
    }
}
