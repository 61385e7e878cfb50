package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * How much likelier some answers of a day are if the score has fallen by .05, .10 or .20 than if it has not.
 *
 * <p>Frozen when the day opens, so that a day's evidence is a function of its own answers. The exponent is divided by
 * the design effect of that many answers of one day: ten answers that move together are not ten witnesses.
 */
final class DropOdds {

    /** Number of falls that are looked for. */
    static final int FALLS = 3;

    private static final double[] FALL = {WatchRule.SMALLEST_FALL, .10, .20};
    private static final double LARGEST_MEAN = .98;
    private static final double LARGEST_EXPONENT = 600;

    private final double[] alpha = new double[FALLS];
    private final double[] beta = new double[FALLS];
    private final double[] growth = new double[FALLS];
    private final double correlation;

    private DropOdds(double correlation) {
        this.correlation = correlation;
    }

    /** Freezes the odds for a day that opens on {@code weekday}. */
    static DropOdds freeze(Baseline baseline, int weekday) {
        DropOdds odds = new DropOdds(baseline.heldCorrelation());
        Tilt tilt = new Tilt(baseline);
        double usual = baseline.heldMean(weekday);
        double usualTilt = tilt.reaching(usual, 0);
        double usualSum = tilt.logSum(usualTilt);
        double fallenTilt = usualTilt;
        for (int j = 0; j < FALLS; j++) {
            fallenTilt = tilt.reaching(Math.min(LARGEST_MEAN, usual + FALL[j]), fallenTilt);
            odds.alpha[j] = fallenTilt - usualTilt;
            odds.beta[j] = tilt.logSum(fallenTilt) - usualSum;
        }
        odds.bound();
        return odds;
    }

    /** Returns the size of the fall that statistic {@code j} is tuned to. */
    static double fall(int j) {
        return FALL[j];
    }

    private void bound() {
        for (int j = 0; j < FALLS; j++) {
            growth[j] = (StrictMath.exp(alpha[j]) - 1) / Loss.WORST;
        }
    }

    double alpha(int j) {
        return alpha[j];
    }

    double beta(int j) {
        return beta[j];
    }

    double correlation() {
        return correlation;
    }

    /** Returns how many of {@code n} answers of the day are worth one independent answer. */
    double designEffect(int n) {
        return 1 + Math.max(n - 1, 0) * correlation;
    }

    /** Returns the odds of {@code n} answers with the sum of losses {@code loss} (each 0 to 1). */
    double of(int j, int n, double loss, double designEffect) {
        return StrictMath.exp(Math.min(LARGEST_EXPONENT, (alpha[j] * loss - beta[j] * n) / designEffect));
    }

    /**
     * Returns the largest factor by which one more answer can multiply any odds of the day.
     *
     * <p>A best answer never raises them. A loss y raises the exponent by at most alpha·y, and e^(alpha·y) is at most 1
     * + y·(e^alpha - 1) because it is convex.
     */
    double largestRise(int j, int loss) {
        return 1 + loss * growth[j];
    }

    void write(RowWriter out) {
        out.real(correlation);
        for (int j = 0; j < FALLS; j++) {
            out.real(alpha[j]);
            out.real(beta[j]);
        }
    }

    static DropOdds read(RowReader in) {
        DropOdds odds = new DropOdds(in.real());
        for (int j = 0; j < FALLS; j++) {
            odds.alpha[j] = in.real();
            odds.beta[j] = in.real();
        }
        odds.bound();
        return odds;
    }
}
