package heed.schemas.figures;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Estimates how alike the answers are that one hospital gets on one day: the correlation of two of them, as an analysis
 * of variance between and within days has it, from sums over the days alone.
 *
 * <p>Of one hospital's month, N answers with the sum S and the sum of squares Q, n_d and S_d those of a day: pairs of
 * different days give the square of the level without bias, {@code M = (S^2 - sum S_d^2) / (N^2 - sum n_d^2)}; pairs of
 * one day the covariance, {@code C = (sum S_d^2 - Q) / (sum n_d^2 - N) - M}; and {@code V = Q / N - M} is the variance
 * of an answer. Hospitals are pooled as {@code sum w C / sum w V} with {@code w = (sum n_d^2 - N) / N}, the number of
 * others that an answer shares its day with: as in an analysis of variance a day counts by its answers.
 */
public final class DayCorrelation {

    private static final double FULL = ScoreFigures.FULL;

    private DayCorrelation() {}

    /**
     * Returns the correlation, 0 to 1; nothing where no hospital has answers of two days and two of one day, all of
     * known days.
     */
    public static OptionalDouble of(List<CountedByDay> hospitals) {
        double covariance = 0;
        double variance = 0;
        boolean told = false;
        for (CountedByDay hospital : hospitals) {
            if (hospital.tells()) {
                told = true;
                double n = (double) hospital.all().n();
                double sum = (double) hospital.all().sum() / FULL;
                double squares = (double) hospital.all().sumOfSquares() / (FULL * FULL);
                double squaredSum = (double) hospital.squaredSum() / (FULL * FULL);
                double pairs = (double) hospital.squaredN() - n;
                double level2 = (sum * sum - squaredSum) / (n * n - (double) hospital.squaredN());
                covariance += pairs / n * ((squaredSum - squares) / pairs - level2);
                variance += pairs / n * (squares / n - level2);
            }
        }
        if (!told) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(variance > 0 ? Math.max(0, Math.min(1, covariance / variance)) : 0);
    }
}
