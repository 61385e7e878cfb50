package heed.schemas.figures;

/**
 * Widens a normal quantile to Student's: a mean whose spread was estimated from few values is less sure than the
 * quantile says.
 *
 * <p>Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.7.5; from 5 degrees of
 * freedom on it is right to 1 in 500 at 95%.
 */
public final class Student {

    private Student() {}

    /** Returns the quantile of Student's distribution with {@code degrees} of freedom where the normal one's is z. */
    public static double quantile(double z, int degrees) {
        if (degrees < 1) {
            throw new IllegalArgumentException("needs at least 1 degree of freedom, was " + degrees);
        }
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        double d = degrees;
        return z
                + (z3 + z) / (4 * d)
                + (5 * z5 + 16 * z3 + 3 * z) / (96 * d * d)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * d * d * d);
    }
}
