package heed.schemas.figures;

import java.util.Arrays;

/**
 * What hospitals have in common: a mean that the few who did something of their own do not move, and its error.
 *
 * <p>The mean leaves out a fifth at each end; its standard error is that of the values with those drawn in, {@code s /
 * ((1 - 2 cut/n) sqrt(n))}. Every hospital counts alike, so the error holds whatever makes them differ: chance, days
 * whose answers go together, seasons of their own. Source: J. W. Tukey and D. H. McLaughlin, Less vulnerable confidence
 * and significance procedures for location based on a single sample, Sankhya A 25 (1963).
 *
 * @param mean the trimmed mean
 * @param error its standard error
 * @param hospitals how many there are
 */
public record CommonLevel(double mean, double error, int hospitals) {

    /** Fewest hospitals that are taken together: of fewer a single one could be told. */
    public static final int FEWEST = 10;

    private static final double TAIL = 0.2;

    /** Returns what {@code values} have in common; their order does not matter. */
    public static CommonLevel of(double[] values) {
        if (values.length < FEWEST) {
            throw new IllegalArgumentException("needs at least " + FEWEST + " hospitals, were " + values.length);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int cut = cut(n);
        double sum = 0;
        for (int i = cut; i < n - cut; i++) {
            sum += sorted[i];
        }
        double drawnIn = (sum + cut * (sorted[cut] + sorted[n - 1 - cut])) / n;
        double squares = 0;
        for (double value : sorted) {
            double within = Math.max(sorted[cut], Math.min(sorted[n - 1 - cut], value)) - drawnIn;
            squares += within * within;
        }
        double left = n - 2.0 * cut;
        return new CommonLevel(sum / left, Math.sqrt(squares / (n - 1)) * Math.sqrt(n) / left, n);
    }

    /** Returns the quantile to multiply an error of so many hospitals with where the normal one is {@code z}. */
    public static double quantile(double z, int hospitals) {
        return Student.quantile(z, hospitals - 2 * cut(hospitals) - 1);
    }

    private static int cut(int n) {
        return (int) (TAIL * n);
    }
}
