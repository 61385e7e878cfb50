package heed.monitoring.draw;

import java.time.LocalDate;
import java.util.function.DoubleUnaryOperator;

/** Says how far between its lowest and its highest value another lies: 0 at the lowest, 1 at the highest. */
final class Scale {

    private final DoubleUnaryOperator stretch;
    private final double low;
    private final double high;

    private Scale(DoubleUnaryOperator stretch, double low, double high) {
        this.stretch = stretch;
        this.low = low;
        this.high = high;
    }

    /** Places equal steps equally far apart. */
    static Scale even(double low, double high) {
        return new Scale(value -> value, low, high);
    }

    /** Places numbers from 0 by their square root: the small ones, of which there are many, come apart. */
    static Scale roots(double high) {
        return new Scale(Math::sqrt, 0, Math.sqrt(high));
    }

    /**
     * Places equal factors equally far apart, between two powers of ten; what is lower, also 0, counts as the lowest.
     */
    static Scale powers(int lowest, int highest) {
        return new Scale(value -> value <= 0 ? lowest : Math.max(lowest, StrictMath.log10(value)), lowest, highest);
    }

    /** Places days, each as long as any other; a day is its {@link LocalDate#toEpochDay number}. */
    static Scale days(LocalDate first, LocalDate last) {
        return even((double) first.toEpochDay(), (double) last.toEpochDay());
    }

    /** Returns the part of the way to a value, which may lie outside; 0 where the scale has no length. */
    double part(double value) {
        return low == high ? 0 : (stretch.applyAsDouble(value) - low) / (high - low);
    }
}
