package heed.app.audit;

/**
 * Finds quantiles of Student's distribution with whole degrees of freedom, by halving on its distribution function.
 *
 * <p>Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.7.3 and 26.7.4: the finite
 * sums for an odd and an even number of degrees.
 */
final class StudentQuantile {

    private static final int HALVINGS = 80;
    private static final double FAR = 1_000;

    private StudentQuantile() {}

    /** Returns the t that {@code within} of the distribution lies between, from -t to t. */
    static double of(double within, int degrees) {
        double low = 0;
        double high = FAR;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (between(middle, degrees) < within) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns how much of the distribution lies between -t and t. */
    static double between(double t, int degrees) {
        double theta = Math.atan(t / Math.sqrt(degrees));
        double cos = Math.cos(theta);
        boolean odd = degrees % 2 == 1;
        double term = odd ? cos : 1;
        double sum = 0;
        for (int i = odd ? 1 : 0; i <= degrees - 2; i += 2) {
            sum += term;
            term *= cos * cos * (i + 1.0) / (i + 2.0);
        }
        return odd ? 2 / Math.PI * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum;
    }
}
