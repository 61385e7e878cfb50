package heed.topology.detect;

import heed.schemas.figures.Interval;

/**
 * Sets a window's score beside what is usual for the key: for display, never an alarm.
 *
 * <p>A window is looked at once it is over, so about one in thirty falls below the 95% range by chance; the watch,
 * which looks after every response, is what keeps a stated rate of false alarms. The square root of the design effect
 * widens the range for days that move together, as Laney's sigma-z does.
 *
 * @param score the window's score, 0 to 1, with its own 95% interval
 * @param expected the score that is usual for the window's weekdays
 * @param z distance of the score from the expected one, in standard deviations
 * @param sigmaZ how much wider the range is than if answers of a day were independent
 */
public record UsualRange(
        long n,
        double score,
        double scoreLow,
        double scoreHigh,
        double expected,
        double z,
        double sigmaZ,
        double low95,
        double high95,
        double low998,
        double high998) {

    /** Answers that a window needs to be set beside the usual. */
    public static final int FEWEST = 10;

    /** Normal quantile of a two-sided 95% interval. */
    private static final double Z95 = 1.959963984540054;

    private static final double Z998 = 3.090232306167813;

    /** Where a score lies in the usual range. */
    public enum Band {
        MUCH_BELOW,
        BELOW,
        AS_EXPECTED,
        ABOVE,
        MUCH_ABOVE
    }

    static UsualRange of(WindowTally window, Baseline baseline) {
        double n = window.count();
        double loss = window.loss() / n;
        double expected = 0;
        for (int weekday = 0; weekday < Tally.WEEKDAYS; weekday++) {
            expected += window.weekdayCount(weekday) * baseline.weekdayMean(weekday) / n;
        }
        double effect = 1 + Math.max(window.squaredCounts() / n - 1, 0) * baseline.heldCorrelation();
        double deviation = StrictMath.sqrt(baseline.variance() * effect / n + baseline.meanVariance());
        Interval interval = DropEstimate.score(loss, n / spread(window), Z95);
        return new UsualRange(
                window.count(),
                1 - loss,
                interval.low(),
                interval.high(),
                1 - expected,
                (expected - loss) / deviation,
                StrictMath.sqrt(effect),
                Clip.toUnit(1 - expected - Z95 * deviation),
                Clip.toUnit(1 - expected + Z95 * deviation),
                Clip.toUnit(1 - expected - Z998 * deviation),
                Clip.toUnit(1 - expected + Z998 * deviation));
    }

    /** Returns the variance of the answers as a share of that of 0-or-1 answers; one answer is made up. */
    private static double spread(WindowTally window) {
        double n = window.count() + 1;
        double mean = (window.loss() + .5) / n;
        return Clip.between(.05, ((window.squares() + .5) / n - mean * mean) / (mean * (1 - mean)), 1);
    }

    /** Returns where the score lies. */
    public Band band() {
        if (score < low998) {
            return Band.MUCH_BELOW;
        }
        if (score < low95) {
            return Band.BELOW;
        }
        if (score > high998) {
            return Band.MUCH_ABOVE;
        }
        return score > high95 ? Band.ABOVE : Band.AS_EXPECTED;
    }
}
