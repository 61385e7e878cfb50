package heed.connectors.published.ncpes;

import heed.connectors.published.BadRowException;
import heed.schemas.figures.Interval;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.figures.Wilson;

/**
 * Recovers how many answers were positive from a published percentage and its interval.
 *
 * <p>The percentage is rounded to whole percents, so for a thousand answers ten counts would fit it. The interval is
 * given to a tenth and is Wilson's, whose centre {@code (p + z²/2n)/(1 + z²/n)} says p: the count is the whole number
 * whose own interval is nearest to the published one. Where two fit, it is the one of the published percentage.
 *
 * <p>Some percentages were rounded twice, first to a tenth and then to a whole: 371 of 707 is 52.48%, then 52.5%, and
 * was published as 53%. Both ways of rounding are taken for right.
 */
final class PositiveCount {

    private static final double Z = ScoreFigures.Z;

    /** Half of the last published digit of an interval, in percent, and a little for the floating point. */
    private static final double ROUNDING = 0.05 + 1e-3;

    private final int answers;
    private final double percent;
    private final double low;
    private final double high;

    private PositiveCount(int answers, double percent, double low, double high) {
        this.answers = answers;
        this.percent = percent;
        this.low = low;
        this.high = high;
    }

    /** Returns the count; all but {@code answers} in percent. */
    static int of(int answers, double percent, double low, double high) throws BadRowException {
        return new PositiveCount(answers, percent, low, high).nearest();
    }

    private int nearest() throws BadRowException {
        int middle = (int) Math.round(rateAtTheCentre() * answers);
        int nearest = -1;
        for (int count = Math.max(0, middle - 1); count <= Math.min(answers, middle + 1); count++) {
            if (distance(count) <= ROUNDING && (nearest < 0 || isBetter(count, nearest))) {
                nearest = count;
            }
        }
        if (nearest < 0) {
            throw new BadRowException(
                    "no whole number of " + answers + " answers has an interval of " + low + " to " + high);
        }
        if (!isOfThePercentage(nearest)) {
            throw new BadRowException("the interval " + low + " to " + high + " is that of " + nearest + " of "
                    + answers + " answers, which is not " + percent + " percent");
        }
        return nearest;
    }

    private double rateAtTheCentre() {
        double centre = (low + high) / 200;
        return centre * (1 + Z * Z / answers) - Z * Z / (2 * answers);
    }

    private boolean isBetter(int count, int than) {
        return isOfThePercentage(count) == isOfThePercentage(than)
                ? distance(count) < distance(than)
                : isOfThePercentage(count);
    }

    /** Returns by how much the count's interval misses the published one, in percent, at the worse of its ends. */
    private double distance(int count) {
        Interval ours = Wilson.interval((double) count / answers, answers, Z);
        return Math.max(Math.abs(ours.low() * 100 - low), Math.abs(ours.high() * 100 - high));
    }

    private boolean isOfThePercentage(int count) {
        long tenths = Math.floorDiv(2000L * count + answers, 2L * answers);
        long once = Math.floorDiv(200L * count + answers, 2L * answers);
        return once == Math.round(percent) || (tenths + 5) / 10 == Math.round(percent);
    }
}
