package heed.topology.detect;

/**
 * The exponential tilt of a baseline's distribution: the same answers, reweighted by e^(t·loss) to have another mean.
 *
 * <p>Half an answer is added at both ends, so that every mean strictly between them can be reached. Losses are in [0,
 * 1] here.
 */
final class Tilt {

    private static final double FARTHEST = 80;
    private static final double NEWTON_ENDS = 1e-7;
    private static final double BISECTION_ENDS = 1e-13;
    private static final int MOST_NEWTON_STEPS = 20;

    private final double[] loss;
    private final double[] weight;
    private final int size;

    Tilt(Baseline baseline) {
        int used = 0;
        for (int q = 0; q < Loss.LEVELS; q++) {
            used += weight(baseline, q) > 0 ? 1 : 0;
        }
        size = used;
        loss = new double[size];
        weight = new double[size];
        int place = 0;
        for (int q = 0; q < Loss.LEVELS; q++) {
            double here = weight(baseline, q);
            if (here > 0) {
                loss[place] = q / (double) Loss.WORST;
                weight[place++] = here;
            }
        }
    }

    private static double weight(Baseline baseline, int q) {
        return baseline.countOf(q) + (q == 0 || q == Loss.WORST ? .5 : 0);
    }

    /** Returns the logarithm of the tilted weights' sum. */
    double logSum(double t) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weight[i] * StrictMath.exp(t * loss[i]);
        }
        return StrictMath.log(sum);
    }

    /**
     * Returns the t of [-80, 80] at which the mean loss is {@code target}, looking first at {@code start}.
     *
     * <p>Newton's method on the log-odds of the mean, which are a straight line in t where answers are 0 or 1 and
     * nearly one elsewhere: two to five steps where bisection needs fifty, and it runs for every key and day. A step
     * that leaves the bracket is replaced by bisection, and so is every step once there were too many: Newton's can go
     * to and fro between the bracket's ends for ever.
     */
    double reaching(double target, double start) {
        double low = -FARTHEST;
        double high = FARTHEST;
        double goal = logOdds(target);
        double t = start;
        for (int step = 0; high - low > BISECTION_ENDS; step++) {
            double sum = 0;
            double first = 0;
            double second = 0;
            for (int i = 0; i < size; i++) {
                double w = weight[i] * StrictMath.exp(t * loss[i]);
                sum += w;
                first += w * loss[i];
                second += w * loss[i] * loss[i];
            }
            double mean = first / sum;
            if (mean < target) {
                low = t;
            } else {
                high = t;
            }
            double slope = (second / sum - mean * mean) / (mean * (1 - mean));
            double next = t + (goal - logOdds(mean)) / slope;
            boolean within = next >= low && next <= high;
            if (within && Math.abs(next - t) <= NEWTON_ENDS) {
                return next;
            }
            t = within && step < MOST_NEWTON_STEPS ? next : (low + high) / 2;
        }
        return t;
    }

    private static double logOdds(double mean) {
        return StrictMath.log(mean / (1 - mean));
    }
}
