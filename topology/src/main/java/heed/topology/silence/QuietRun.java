package heed.topology.silence;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * Adds up, hour by hour, what it says that nothing arrives.
 *
 * <p>Were hours independent, the evidence of a run would be the sum of -ln(chance of an empty hour). Days vary as a
 * whole: a quiet day is quiet at all hours. So the sum e of one day counts as {@link #DAYS_VARY}·ln(1 +
 * e/{@link #DAYS_VARY}), which is what it is worth where the numbers of days have a gamma-distributed factor of that
 * shape.
 */
final class QuietRun {

    /** Shape of the factor: days vary by 1/sqrt(7), 38%. */
    private static final double DAYS_VARY = 7;

    private int hours;
    private double expected;
    private double before;
    private long day;
    private double ofDay;

    void clear() {
        hours = 0;
        expected = 0;
        before = 0;
        day = 0;
        ofDay = 0;
    }

    /** Adds an empty hour of local date {@code on} in which something arrives with the given chance, below 1. */
    void add(long on, double chance) {
        hours++;
        expected += chance;
        if (on != day) {
            before += worth(ofDay);
            day = on;
            ofDay = 0;
        }
        ofDay -= StrictMath.log(1 - chance);
    }

    private static double worth(double sum) {
        return DAYS_VARY * StrictMath.log(1 + sum / DAYS_VARY);
    }

    double evidence() {
        return before + worth(ofDay);
    }

    int hours() {
        return hours;
    }

    double expected() {
        return expected;
    }

    void write(RowWriter row) {
        row.number(hours).number(day);
        row.real(expected);
        row.real(before);
        row.real(ofDay);
    }

    void read(RowReader row) {
        hours = row.count();
        day = row.number();
        expected = row.real();
        before = row.real();
        ofDay = row.real();
    }
}
