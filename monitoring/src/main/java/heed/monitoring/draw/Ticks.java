package heed.monitoring.draw;

import heed.schemas.sentence.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Round shares, of which 1 is all, at which a grid has lines.
 *
 * @param low share at the lower edge
 * @param high share at the upper edge, where the counting begins
 * @param step between two lines
 */
record Ticks(double low, double high, double step) {

    private static final double[] STEPS = {.001, .002, .005, .01, .02, .05, .1, .2};
    private static final double COARSEST = STEPS[STEPS.length - 1];
    private static final double WHOLE_PERCENT = .01;
    /** What adding up steps may be off by. */
    private static final double NEARLY = 1e-9;

    /**
     * Chooses the finest steps, but none below {@code finest}, of which at most {@code most} lie between two shares.
     */
    static Ticks between(double lowest, double highest, double finest, int most) {
        double step = DoubleStream.of(STEPS)
                .filter(each -> each >= finest && (highest - lowest) / each <= most)
                .findFirst()
                .orElse(COARSEST);
        double low = Math.floor(lowest / step + NEARLY) * step;
        return new Ticks(low, Math.max(low + step, Math.ceil(highest / step - NEARLY) * step), step);
    }

    /**
     * Chooses a range up to all, from the tenth at or below {@code lowest}; it is never so short that chance fills it.
     */
    static Ticks upToAll(double lowest) {
        double low = Math.max(0, Math.min(.8, Math.floor(lowest * 10) / 10));
        return new Ticks(low, 1, 1 - low > .55 ? .2 : .1);
    }

    /** Returns the same range with one line in the middle. */
    Ticks halved() {
        return new Ticks(low, high, (high - low) / 2);
    }

    /** Returns the shares that have a line, the highest first; there are no shares below 0 and above 1. */
    List<Double> shares() {
        List<Double> shares = new ArrayList<>();
        for (int at = 0; high - at * step > low - NEARLY; at++) {
            double share = high - at * step;
            if (share > -NEARLY && share < 1 + NEARLY) {
                shares.add(share);
            }
        }
        return shares;
    }

    /** Says a share as finely as the grid is drawn. */
    String words(double share) {
        return step < WHOLE_PERCENT ? String.format(Locale.ROOT, "%.1f%%", share * 100) : English.percent(share);
    }

    /** Returns the scale between the two edges. */
    Scale scale() {
        return Scale.even(low, high);
    }
}
