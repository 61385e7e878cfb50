package heed.schemas.figures;

/**
 * Computes Wilson's score interval of a proportion: unlike the textbook interval it holds its level with few answers and
 * never leaves [0, 1].
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
        double zz = z * z;
        double centre = p + zz / (2 * n);
        double reach = z * Math.sqrt(p * (1 - p) / n + zz / (4 * n * n));
        double scale = 1 + zz / n;
        double low = p == 0 ? 0 : (centre - reach) / scale;
        double high = p == 1 ? 1 : (centre + reach) / scale;
        return new Interval(Math.max(0, Math.min(low, p)), Math.min(1, Math.max(high, p)));
    }
}
