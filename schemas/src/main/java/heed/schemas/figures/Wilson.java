package heed.schemas.figures;

/**
 * Computes Wilson's score interval of a proportion: unlike the textbook interval it holds its level with few answers
 * and never leaves [0, 1].
 *
 * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
 */
public final class Wilson {

    private Wilson() {}

    /**
     * Returns the interval around {@code p}.
     *
     * @param p observed proportion, 0 to 1
     * @param n number of answers; need not be whole, as an effective number of answers is not
     * @param z normal quantile, 1.96 for 95%
     */
    public static Interval interval(double p, double n, double z) {
        if (!(p >= 0 && p <= 1) || !(n > 0) || !(z >= 0)) {
            throw new IllegalArgumentException("needs 0 <= p <= 1, n > 0, z >= 0: p=" + p + " n=" + n + " z=" + z);
        }
        double low = p == 0 ? 0 : low(p, n, z);
        double high = p == 1 ? 1 : high(p, n, z);
        return new Interval(Math.max(0, Math.min(low, p)), Math.min(1, Math.max(high, p)));
    }

    /** Returns the lower end as the formula has it: rounding may leave it a hair outside [0, 1]. */
    public static double low(double p, double n, double z) {
        return (centre(p, n, z) - reach(p, n, z)) / scale(n, z);
    }

    /** Returns the upper end as the formula has it: rounding may leave it a hair outside [0, 1]. */
    public static double high(double p, double n, double z) {
        return (centre(p, n, z) + reach(p, n, z)) / scale(n, z);
    }

    private static double centre(double p, double n, double z) {
        return p + z * z / (2 * n);
    }

    private static double reach(double p, double n, double z) {
        return z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    }

    private static double scale(double n, double z) {
        return 1 + z * z / n;
    }
}
