package heed.app.study.variants;

/** A distribution of losses, reweighted by e^(t·loss) to have a given mean. */
final class Tilted {

    private static final int BISECTIONS = 60;
    private static final double FARTHEST = 80;
    private static final double UNSEEN = 1e-9;

    private final double[] losses;
    private final double[] weights;
    private final double t;
    private final double logSum;

    Tilted(double[] losses, double[] weights, double mean) {
        this.losses = losses;
        this.weights = weights;
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (meanAt(middle) < mean) {
                low = middle;
            } else {
                high = middle;
            }
        }
        t = (low + high) / 2;
        double sum = 0;
        for (int place = 0; place < losses.length; place++) {
            sum += weights[place] * Math.exp(t * losses[place]);
        }
        logSum = Math.log(sum);
    }

    private double meanAt(double tilt) {
        double sum = 0;
        double first = 0;
        for (int place = 0; place < losses.length; place++) {
            double weight = weights[place] * Math.exp(tilt * losses[place]);
            sum += weight;
            first += weight * losses[place];
        }
        return first / sum;
    }

    double t() {
        return t;
    }

    double logSum() {
        return logSum;
    }

    /**
     * Returns the share of a score; one that was never seen has a tiny one, so that ratios of two are as the tilts'.
     */
    double share(int place) {
        return Math.max(UNSEEN, weights[place]) * Math.exp(t * losses[place] - logSum);
    }
}
