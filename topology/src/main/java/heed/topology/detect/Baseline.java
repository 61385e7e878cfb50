package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * What is usual for a key: mean and variance of its loss, weekday means, and how much answers of a day move together.
 *
 * <p>Correlations are drawn towards .01 with the weight of 2,500 pairs, so that a young baseline does not take a lucky
 * month for independence; weekday means are drawn towards the overall mean.
 */
final class Baseline {

    private static final double PRIOR_PAIRS = 2500;
    private static final double PRIOR_CORRELATION = .01;
    private static final double LARGEST_HELD = .95;
    private static final double WEEKDAY_VARIANCE = .02 * .02;

    private final Tally tally = new Tally();
    private long count;
    private double rawMean;
    private double mean;
    private double variance;
    private double sameDay;
    private double correlation;
    private double countOfADay;
    private double designEffect;

    Baseline() {
        compute();
    }

    void add(OpenDay day, Residual residual) {
        tally.add(day, residual);
        compute();
    }

    /** Adds the pending days and then the day. */
    void add(Tally pending, OpenDay day, Residual residual) {
        tally.add(pending);
        add(day, residual);
    }

    /** Returns what is usual now, to be kept while this goes on learning. */
    Baseline copy() {
        Baseline copy = new Baseline();
        copy.tally.add(tally);
        copy.compute();
        return copy;
    }

    /** Takes over the mirror image of another, in which the best answer is the worst. */
    void mirror(Baseline other) {
        tally.mirror(other.tally);
        compute();
    }

    private void compute() {
        count = 0;
        long losses = 0;
        long squares = 0;
        for (int loss = 0; loss < Loss.LEVELS; loss++) {
            long n = tally.countOf(loss);
            count += n;
            losses += n * loss;
            squares += n * loss * loss;
        }
        double sum = losses / (double) Loss.WORST;
        rawMean = sum / count;
        mean = (sum + .5) / (count + 1);
        variance = (squares / (double) (Loss.WORST * Loss.WORST) + .5) / (count + 1) - mean * mean;
        sameDay = Clip.between(
                .0002,
                (PRIOR_PAIRS * PRIOR_CORRELATION + tally.pairProducts() / variance) / (PRIOR_PAIRS + tally.pairs()),
                .5);
        double carried = Clip.between(
                0,
                tally.nextDayProducts() / variance / (PRIOR_PAIRS + tally.nextDayPairs()) / sameDay
                        - 1 / StrictMath.sqrt(tally.days() + 1),
                .7);
        correlation = Math.min(.5, sameDay * (1 + carried) / (1 - carried));
        countOfADay = count == 0 ? 1 : tally.squaredCounts() / (double) count;
        designEffect = 1 + Math.max(countOfADay - 1, 0) * correlation;
    }

    long count() {
        return count;
    }

    int days() {
        return tally.days();
    }

    int countOf(int loss) {
        return tally.countOf(loss);
    }

    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }

    /** Returns the correlation of answers of one day, widened for what one day carries into the next. */
    double correlation() {
        return correlation;
    }

    /** Returns the correlation that a day is judged with: larger than estimated, because the estimate errs. */
    double heldCorrelation() {
        return Math.min(.9, 1.25 * correlation);
    }

    /** Returns the correlation of one day alone that watch-2 judges a day with: a tenth larger than estimated. */
    double heldSameDay() {
        return Math.min(.9, 1.1 * sameDay);
    }

    /**
     * Returns how many usual days are worth one independent day, for watch-2: of a day's mean, the part that is chance
     * carries nothing into the next.
     */
    double heldCarrying() {
        double others = Math.max(countOfADay - 1, 0);
        return (1 + others * Math.min(.9, 1.1 * correlation)) / (1 + others * heldSameDay());
    }

    /** Returns how many answers here are worth one independent answer. */
    double designEffect() {
        return designEffect;
    }

    /** Returns the variance of the mean. */
    double meanVariance() {
        return variance * designEffect / (count + 1);
    }

    double weekdayMean(int weekday) {
        return shrunken(weekday, mean);
    }

    /** Returns the weekday's mean around the mean without the pseudo-answer; needs at least one answer. */
    double rawMean(int weekday) {
        return shrunken(weekday, rawMean);
    }

    /** Returns the mean that a day is held to: one standard error above the usual, because the estimate errs. */
    double heldMean(int weekday) {
        return heldMean(weekday, 0);
    }

    /** Returns the same with so much more loss as usual: as far from the ends too. */
    double heldMean(int weekday, double more) {
        return Clip.between(.01, cautiousMean(weekday) + more, LARGEST_HELD);
    }

    /**
     * Tells whether a day can be held to what is usual: nearer to the end there is no room for it to be exceeded by
     * .05.
     */
    boolean leavesRoom(int weekday) {
        return cautiousMean(weekday) <= LARGEST_HELD;
    }

    /** Returns the mean loss and one standard error, because the estimate errs. */
    double cautiousMean() {
        return mean + StrictMath.sqrt(meanVariance());
    }

    private double cautiousMean(int weekday) {
        return weekdayMean(weekday) + StrictMath.sqrt(meanVariance());
    }

    private double shrunken(int weekday, double centre) {
        long n = tally.weekdayCount(weekday);
        if (n == 0) {
            return centre;
        }
        double weight = WEEKDAY_VARIANCE / (WEEKDAY_VARIANCE + variance * designEffect / n);
        return centre + weight * (tally.weekdayLoss(weekday) / (double) Loss.WORST / n - centre);
    }

    void write(RowWriter out) {
        tally.write(out);
    }

    void read(RowReader in) {
        tally.read(in);
        compute();
    }
}
