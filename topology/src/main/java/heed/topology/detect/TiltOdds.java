package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * The odds of watch-1: those of the exponential tilt, tempered for answers that move together.
 *
 * <p>The exponent is divided by the design effect of that many answers of one day: ten answers that move together are
 * not ten witnesses. Only their number and sum count.
 */
final class TiltOdds implements DropOdds {

    private static final double LARGEST_EXPONENT = 600;

    private final double[] alpha = new double[FALLS];
    private final double[] beta = new double[FALLS];
    private final double[] growth = new double[FALLS];
    private final double correlation;

    private TiltOdds(double correlation) {
        this.correlation = correlation;
    }

    /** Freezes the odds for a day that opens on {@code weekday}. */
    static TiltOdds freeze(Baseline baseline, int weekday) {
        TiltOdds odds = new TiltOdds(baseline.heldCorrelation());
        Tilt tilt = new Tilt(baseline);
        double usual = baseline.heldMean(weekday);
        double usualTilt = tilt.reaching(usual, 0);
        double usualSum = tilt.logSum(usualTilt);
        double fallenTilt = usualTilt;
        for (int j = 0; j < FALLS; j++) {
            fallenTilt = tilt.reaching(DropOdds.fallen(usual, j), fallenTilt);
            odds.alpha[j] = fallenTilt - usualTilt;
            odds.beta[j] = tilt.logSum(fallenTilt) - usualSum;
        }
        odds.bound();
        return odds;
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

    @Override
    public boolean lookAtEachLoss() {
        return false;
    }

    @Override
    public void weigh(HourTally hours, double[][] odds, int[] zeros) {
        int n = 0;
        int sum = 0;
        for (int hour = WatchRule.BLOCKS - 1; hour >= 0; hour--) {
            n += hours.count(hour);
            sum += hours.loss(hour);
            double effect = designEffect(n);
            for (int j = 0; j < FALLS; j++) {
                boolean same = hours.count(hour) == 0;
                double later = hour == WatchRule.BLOCKS - 1 ? 1 : odds[j][hour + 1];
                odds[j][hour] = same ? later : of(j, n, sum / (double) Loss.WORST, effect);
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>A best answer never raises them. A loss y raises the exponent by at most alpha·y, and e^(alpha·y) is at most 1
     * + y·(e^alpha - 1) because it is convex.
     */
    @Override
    public double largestRise(int j, int loss) {
        return 1 + loss * growth[j];
    }

    @Override
    public double largestLateRise(int j, int loss) {
        return largestRise(j, loss);
    }

    @Override
    public void write(RowWriter out) {
        out.real(correlation);
        for (int j = 0; j < FALLS; j++) {
            out.real(alpha[j]);
            out.real(beta[j]);
        }
    }

    static TiltOdds read(RowReader in) {
        TiltOdds odds = new TiltOdds(in.real());
        for (int j = 0; j < FALLS; j++) {
            odds.alpha[j] = in.real();
            odds.beta[j] = in.real();
        }
        odds.bound();
        return odds;
    }
}
