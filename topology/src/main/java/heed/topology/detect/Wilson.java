package heed.topology.detect;

/**
 * Wilson's interval for a mean of values in [0, 1], which stays inside [0, 1] and keeps a width where all answers agree.
 *
 * @param low lower end
 * @param high upper end
 */
record Wilson(double low, double high) {

    /** Normal quantile of a two-sided 95% interval. */
    static final double Z95 = 1.959963984540054;

    /** Normal quantile of a two-sided 99% interval. */
    static final double Z99 = 2.5758293035489004;

    static Wilson of(double mean, double n, double z) {
        double zz = z * z;
        double centre = mean + zz / (2 * n);
        double half = z * StrictMath.sqrt(Math.max(0, mean * (1 - mean) / n + zz / (4 * n * n)));
        double scale = 1 + zz / n;
        return new Wilson(Clip.toUnit((centre - half) / scale), Clip.toUnit((centre + half) / scale));
    }

    /** Returns the same interval read from the other end: of a score where this is of a loss. */
    Wilson mirrored() {
        return new Wilson(1 - high, 1 - low);
    }
}
