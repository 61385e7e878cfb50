package heed.schemas.figures;

import heed.schemas.Rating;

/**
 * What all hospitals of a comparison have in common, and the range that it leads to expect of each.
 *
 * <p>Source: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005), the
 * additive model of overdispersion.
 *
 * @param p0 pooled score, 0 to 1
 * @param answerRatio variance of one answer against that of a yes-or-no answer with the same mean, above 0 to 1
 * @param tau2 variance between hospitals beyond chance, in squared score
 */
public record Pool(double p0, double answerRatio, double tau2) {

    /** Checks the ranges. */
    public Pool {
        if (!(p0 >= 0 && p0 <= 1) || !(answerRatio > 0 && answerRatio <= 1) || !(tau2 >= 0)) {
            throw new IllegalArgumentException("needs 0 <= p0 <= 1, 0 < answerRatio <= 1, tau2 >= 0: p0=" + p0
                    + " answerRatio=" + answerRatio + " tau2=" + tau2);
        }
    }

    /**
     * Returns the range that 95% of hospitals with {@code n} answers are expected in: {@code p0 +- 1.96 sqrt(answerRatio p0 (1 -
     * p0) / n + tau2)}, within [0, 1].
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
