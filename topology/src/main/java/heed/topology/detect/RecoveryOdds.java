package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * How much likelier a day's answers are if the score is usual again than if it is still half a fall below.
 *
 * <p>Frozen when the day opens. Half of the fall, and at least .025: a score that comes most of the way back is back.
 */
final class RecoveryOdds {

    private static final double LARGEST_MEAN = .97;

    private final double alpha;
    private final double beta;
    private final double correlation;

    private RecoveryOdds(double alpha, double beta, double correlation) {
        this.alpha = alpha;
        this.beta = beta;
        this.correlation = correlation;
    }

    /** Freezes the odds for a day that opens on {@code weekday} during a drop of the size {@code drop}. */
    static RecoveryOdds freeze(Baseline baseline, int weekday, double drop) {
        return freeze(baseline, baseline.heldMean(weekday), drop);
    }

    /** Freezes the odds of {@code usual}, a mean loss, with the spread of answers that the baseline has. */
    static RecoveryOdds freeze(Baseline baseline, double usual, double drop) {
        Tilt tilt = new Tilt(baseline);
        double low = Math.min(LARGEST_MEAN, usual + .5 * Math.max(WatchRule.SMALLEST_FALL, drop));
        double usualTilt = tilt.reaching(usual, 0);
        double lowTilt = tilt.reaching(low, usualTilt);
        return new RecoveryOdds(
                usualTilt - lowTilt, tilt.logSum(usualTilt) - tilt.logSum(lowTilt), baseline.heldCorrelation());
    }

    /** Returns the odds of {@code n} answers with the sum of losses {@code loss} (each 0 to 1). */
    double of(int n, double loss) {
        return StrictMath.exp((alpha * loss - beta * n) / (1 + Math.max(n - 1, 0) * correlation));
    }

    void write(RowWriter out) {
        out.real(alpha);
        out.real(beta);
        out.real(correlation);
    }

    static RecoveryOdds read(RowReader in) {
        return new RecoveryOdds(in.real(), in.real(), in.real());
    }
}
