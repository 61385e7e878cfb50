package heed.topology.league;

/**
 * Tells how far hospitals differ in truth: the posterior of tau, the standard deviation between their true values, on a
 * grid.
 *
 * <p>Values y were observed with known variances v around true ones, which are normal around mu with standard deviation
 * tau. The prior of mu is flat and so is that of tau, from 0 to pi/4: values within [0, pi/2] can't differ more. With
 * mu integrated out the posterior of tau is {@code sqrt(V) prod (v + tau^2)^-1/2 exp(-(y - m)^2 / 2(v + tau^2))}, m and
 * V mean and variance of mu given tau. Source: Gelman and others, Bayesian Data Analysis, 3rd edition, section 5.4.
 *
 * <p>tau stands at the middle of its cell and so is never 0, where all hospitals would be tied: hospitals that hardly
 * differ are drawn in any order.
 */
final class BetweenHospitals {

    private static final double MOST = Math.PI / 4;
    private static final int CELLS = 200;

    /** Part of the posterior that may be cut off at either end when the grid is narrowed. */
    private static final double NEGLIGIBLE = 1e-4;

    /** The grid is narrow enough once the posterior spans so many cells. */
    private static final int ENOUGH = CELLS / 4;

    /** Enough to narrow the grid from pi/4 to a billionth of it. */
    private static final int ROUNDS = 8;

    private final double[] y;
    private final double[] v;
    private final double[] tau = new double[CELLS];
    private final double[] upTo = new double[CELLS];

    /** Finds the posterior from values observed and their variances. */
    BetweenHospitals(double[] y, double[] v) {
        this.y = y;
        this.v = v;
        narrow();
    }

    /** Returns the number of cells. */
    int cells() {
        return CELLS;
    }

    /** Returns the standard deviation between hospitals in {@code cell}. */
    double tau(int cell) {
        return tau[cell];
    }

    /** Returns the cell that the quantile {@code u} of the posterior lies in, {@code u} from 0 to below 1. */
    int quantile(double u) {
        double sought = u * upTo[CELLS - 1];
        int low = 0;
        int high = CELLS - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > sought) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void narrow() {
        double low = 0;
        double high = MOST;
        for (int round = 1; ; round++) {
            fill(low, high);
            int first = quantile(NEGLIGIBLE);
            int last = quantile(1 - NEGLIGIBLE);
            if (last - first + 1 >= ENOUGH || round == ROUNDS) {
                return;
            }
            double width = (high - low) / CELLS;
            high = low + (last + 1) * width;
            low += first * width;
        }
    }

    private void fill(double low, double high) {
        double[] logs = new double[CELLS];
        double top = Double.NEGATIVE_INFINITY;
        for (int cell = 0; cell < CELLS; cell++) {
            tau[cell] = low + (cell + 0.5) * (high - low) / CELLS;
            logs[cell] = logPosterior(tau[cell]);
            top = Math.max(top, logs[cell]);
        }
        double sum = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            sum += StrictMath.exp(logs[cell] - top);
            upTo[cell] = sum;
        }
    }

    private double logPosterior(double sd) {
        double precision = 0;
        double weighted = 0;
        double log = 0;
        for (int i = 0; i < y.length; i++) {
            double variance = v[i] + sd * sd;
            precision += 1 / variance;
            weighted += y[i] / variance;
            log -= StrictMath.log(variance);
        }
        double mean = weighted / precision;
        for (int i = 0; i < y.length; i++) {
            double off = y[i] - mean;
            log -= off * off / (v[i] + sd * sd);
        }
        return (log - StrictMath.log(precision)) / 2;
    }
}
