package heed.topology.league;

/**
 * Tells how far hospitals differ in truth: the posterior of the standard deviation tau between them, each cell of a grid with
 * what follows from it.
 *
 * <p>Observed values y with known variances v around true values that are normal around mu with standard deviation tau. The prior
 * of mu is flat and so is that of tau, from 0 to pi/4: values within [0, pi/2] can't differ more. With mu integrated out the
 * posterior of tau is {@code sqrt(V) prod (v + tau^2)^-1/2 exp(-(y - m)^2 / 2(v + tau^2))}, m and V mean and variance of mu given
 * tau. Source: Gelman and others, Bayesian Data Analysis, 3rd edition, section 5.4.
 *
 * <p>tau stands at the middle of its cell and so is never 0, where all hospitals would be tied: hospitals that hardly differ are
 * drawn in any order.
 */
final class BetweenHospitals {

    private static final double MOST = Math.PI / 4;
    private static final int CELLS = 200;

    /** Cells whose weight is less than exp(-20) of the greatest are left out. */
    private static final double NEGLIGIBLE = 20;

    private final double[] y;
    private final double[] v;
    private final double[] tau = new double[CELLS];
    private final double[] upTo = new double[CELLS];

    BetweenHospitals(double[] y, double[] v) {
        this.y = y;
        this.v = v;
        double[] logs = new double[CELLS];
        double low = 0;
        double high = MOST;
        // Narrow the grid until the posterior fills it.
        for (int round = 0; ; round++) {
            double width = (high - low) / CELLS;
            double top = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < CELLS; c++) {
                tau[c] = low + (c + 0.5) * width;
                logs[c] = logPosterior(tau[c]);
                top = Math.max(top, logs[c]);
            }
            int first = 0;
            while (logs[first] < top - NEGLIGIBLE) {
                first++;
            }
            int last = CELLS - 1;
            while (logs[last] < top - NEGLIGIBLE) {
                last--;
            }
            if (last - first >= CELLS / 4 || round == 9) {
                double sum = 0;
                for (int c = 0; c < CELLS; c++) {
                    sum += StrictMath.exp(logs[c] - top);
                    upTo[c] = sum;
                }
                break;
            }
            high = low + (last + 1.5) * width;
            low = Math.max(0, low + (first - 0.5) * width);
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
            log -= StrictMath.log(variance) / 2;
        }
        double mean = weighted / precision;
        for (int i = 0; i < y.length; i++) {
            double off = y[i] - mean;
            log -= off * off / (2 * (v[i] + sd * sd));
        }
        return log - StrictMath.log(precision) / 2;
    }

    /** Returns the number of cells. */
    int cells() {
        return CELLS;
    }

    /** Returns the standard deviation between hospitals in {@code cell}. */
    double tau(int cell) {
        return tau[cell];
    }

    /** Returns the cell below which lies the part {@code u} of the posterior. */
    int cell(double u) {
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
}
