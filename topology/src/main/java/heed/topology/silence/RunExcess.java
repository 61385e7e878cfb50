package heed.topology.silence;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * Learns from the quiet runs that ended how much longer they are than hours that know nothing of each other would make
 * them.
 *
 * <p>By chance alone, evidence beyond any level has an exponential tail of mean 1. Where days vary together, where
 * feedback comes in bulk or stays away on holidays, the tail is longer: the mean excess over {@link #LEVEL} says how
 * much (peaks over a threshold). It begins at a cautious value and forgets with a half-life of half a year.
 */
final class RunExcess {

    static final double LEVEL = 2;

    private static final double PRIOR_RUNS = 10;
    private static final double PRIOR_MEAN = 1.25;
    /** A single long silence is no reason to overlook the next. */
    private static final double MOST = 20;

    private static final double HALF_LIFE_HOURS = 26 * 168.0;
    private static final double LN_2 = StrictMath.log(2);

    private double runs;
    private double sum;
    private long asOfHour;

    /** Takes in a run that ended at {@code hour} with so much evidence. */
    void ended(double evidence, long hour) {
        if (evidence < LEVEL) {
            return;
        }
        double left = StrictMath.exp(-Math.max(0, hour - asOfHour) * LN_2 / HALF_LIFE_HOURS);
        runs = runs * left + 1;
        sum = sum * left + Math.min(MOST, evidence - LEVEL);
        asOfHour = Math.max(asOfHour, hour);
    }

    /**
     * Returns the evidence that a run reaches by chance with the probability that {@code exact} would have, were all
     * hours independent.
     */
    double stretch(double exact) {
        double mean = (PRIOR_RUNS * PRIOR_MEAN + sum) / (PRIOR_RUNS + runs);
        return LEVEL + Math.max(1, mean) * Math.max(0, exact - LEVEL);
    }

    void write(RowWriter row) {
        row.number(asOfHour).real(runs).real(sum);
    }

    void read(RowReader row) {
        asOfHour = row.number();
        runs = row.real();
        sum = row.real();
    }
}
