package heed.schemas.figures;

import heed.schemas.Rating;
import java.util.Arrays;
import java.util.List;

/**
 * What all hospitals of a comparison have in common, and the range that it leads to expect of each.
 *
 * <p>Source: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24
 * (2005), the additive model of overdispersion.
 *
 * @param p0 pooled score, 0 to 1
 * @param answerRatio variance of one answer against that of a yes-or-no answer with the same mean, above 0 to 1
 * @param tau2 variance between hospitals beyond chance, in squared score
 */
public record Pool(double p0, double answerRatio, double tau2) {

    /** Part of the hospitals whose z-score is drawn in at each end. */
    private static final double TAIL = 0.2;

    /** Checks the ranges. */
    public Pool {
        if (!(p0 >= 0 && p0 <= 1) || !(answerRatio > 0 && answerRatio <= 1) || !(tau2 >= 0)) {
            throw new IllegalArgumentException("needs 0 <= p0 <= 1, 0 < answerRatio <= 1, tau2 >= 0: p0=" + p0
                    + " answerRatio=" + answerRatio + " tau2=" + tau2);
        }
    }

    /**
     * Returns what {@code hospitals} have in common.
     *
     * <p>With {@code w = n / (r p0 (1 - p0))}, one over the variance that chance alone gives a hospital's score, and
     * z-scores {@code (p - p0) sqrt(w)} winsorised at the 20% tails, {@code phi} is the mean {@code z^2} and
     * {@code tau2 = max(0, (phi I - (I - 1)) / (sum w - sum w^2 / sum w))}. One hospital, or hospitals that all score 0
     * or all 1, do not differ: tau2 is 0.
     *
     * @param hospitals what each counted, with at least one answer each; another order may change the last bit of tau2
     */
    public static Pool of(List<Counted> hospitals) {
        return of(
                hospitals,
                hospitals.stream().mapToDouble(each -> (double) each.n()).toArray());
    }

    /**
     * Returns what {@code hospitals} have in common where answers are not independent.
     *
     * @param effective how many independent answers tell as much as each hospital's: the n of the formula
     */
    public static Pool of(List<Counted> hospitals, double[] effective) {
        if (hospitals.isEmpty()) {
            throw new IllegalArgumentException("needs at least one hospital");
        }
        if (hospitals.stream().anyMatch(hospital -> hospital.n() == 0)) {
            throw new IllegalArgumentException("a hospital without answers has no place in a pool");
        }
        Counted all = hospitals.stream().reduce(Counted.NOTHING, Counted::plus);
        double p0 = all.score();
        double r = all.answerRatio();
        double chance = r * p0 * (1 - p0);
        if (hospitals.size() == 1 || chance == 0) {
            return new Pool(p0, r, 0);
        }
        double[] z = new double[hospitals.size()];
        double sumW = 0;
        double sumWw = 0;
        for (int i = 0; i < z.length; i++) {
            Counted hospital = hospitals.get(i);
            double w = effective[i] / chance;
            z[i] = (hospital.score() - p0) * Math.sqrt(w);
            sumW += w;
            sumWw += w * w;
        }
        double excess = winsorisedSumOfSquares(z) - (z.length - 1);
        return new Pool(p0, r, Math.max(0, excess / (sumW - sumWw / sumW)));
    }

    private static double winsorisedSumOfSquares(double[] z) {
        Arrays.sort(z);
        int cut = (int) (TAIL * z.length);
        double low = z[cut];
        double high = z[z.length - 1 - cut];
        double sum = 0;
        for (double value : z) {
            double within = Math.max(low, Math.min(high, value));
            sum += within * within;
        }
        return sum;
    }

    /**
     * Returns the range that 95% of hospitals with {@code n} answers are expected in: {@code p0 +- 1.96
     * sqrt(answerRatio p0 (1 - p0) / n + tau2)}, within [0, 1].
     */
    public Interval expectedRange(double n) {
        if (!(n > 0)) {
            throw new IllegalArgumentException("needs n > 0, was " + n);
        }
        double reach = ScoreFigures.Z * Math.sqrt(answerRatio * p0 * (1 - p0) / n + tau2);
        return new Interval(Math.max(0, p0 - reach), Math.min(1, p0 + reach));
    }

    /** Returns where {@code score}, 0 to 1, of {@code n} answers lies; on the edge of the range is within. */
    public Rating rate(double score, double n) {
        Interval range = expectedRange(n);
        if (score > range.high()) {
            return Rating.ABOVE;
        }
        return score < range.low() ? Rating.BELOW : Rating.WITHIN;
    }
}
