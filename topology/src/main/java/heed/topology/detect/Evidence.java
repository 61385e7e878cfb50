package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Evidence of a drop: for each size of fall, the odds of all moments at which it may have begun, weighted by T0.
 *
 * <p>Holds the sealed days; open days are added on each look. Beside the evidence it carries the same sum weighted by
 * the responses, the losses and the moment since the fall, which say at an alarm what the drop is.
 */
final class Evidence {

    /** Leaves room for the rounding of the ceilings, which are products of many factors. */
    private static final double SAFELY_BELOW = 1 - 1e-6;

    /** More evidence than anybody asks for, and little enough that a day's odds don't take it beyond all numbers. */
    private static final double MOST = 1e30;

    private final double[] level = new double[DropOdds.FALLS];
    private final double[] counts = new double[DropOdds.FALLS];
    private final double[] losses = new double[DropOdds.FALLS];
    private final double[] moments = new double[DropOdds.FALLS];
    private final double[] ceiling = new double[DropOdds.FALLS];

    Evidence() {
        forgetCeiling();
    }

    /** Returns the evidence of the sealed days and of {@code open} ones; at 1 a drop opens. */
    double levelWith(OpenDays open, WatchRule rule) {
        double blockWeight = rule.blockWeight();
        for (int j = 0; j < DropOdds.FALLS; j++) {
            double sum = level[j];
            for (int i = 0; i < open.size(); i++) {
                OpenDay day = open.get(i);
                if (day.judgesDrop()) {
                    sum = absorb(sum, day.whole(j), day.later(j), rule.firstBlockWeight(open.gap(i)), blockWeight);
                }
            }
            ceiling[j] = sum;
        }
        return mean(ceiling);
    }

    /**
     * Tells whether one more answer may have brought the evidence to {@code limit}; if not, no look is needed.
     *
     * <p>The ceilings are what the evidence was at the last look, times the largest rise of each answer since then. All
     * days enter the evidence by factors and sums of their odds, so its rise is at most the odds'.
     */
    boolean mayReach(double limit, OpenDay day, int hour, int loss) {
        if (day.judgesDrop()) {
            for (int j = 0; j < DropOdds.FALLS; j++) {
                ceiling[j] *= day.largestRise(j, hour, loss);
            }
        }
        return mean(ceiling) >= limit * SAFELY_BELOW;
    }

    /** Makes the next answer look, as after a change that is no answer. */
    void forgetCeiling() {
        Arrays.fill(ceiling, Double.POSITIVE_INFINITY);
    }

    /** Takes a day in for good; {@code gap} is the days since the one before. */
    void seal(OpenDay day, int gap, WatchRule rule) {
        WeighingRoom odds = day.weigh();
        for (int j = 0; j < DropOdds.FALLS; j++) {
            seal(j, odds, day, rule.firstBlockWeight(gap), rule.blockWeight());
        }
    }

    private void seal(int j, WeighingRoom odds, OpenDay day, double firstWeight, double blockWeight) {
        double whole = odds.from(0, j);
        int n = day.hours().count(0);
        int sum = day.hours().loss(0);
        double later = 0;
        double laterCounts = 0;
        double laterLosses = 0;
        double laterMoments = 0;
        int laterN = 0;
        int laterSum = 0;
        for (int block = WatchRule.BLOCKS - 1; block > 0; block--) {
            laterN += day.hours().count(block);
            laterSum += day.hours().loss(block);
            double from = odds.from(block, j);
            later += from;
            laterCounts += from * laterN;
            laterLosses += from * inUnits(laterSum);
            laterMoments += from * (day.day() + block / (double) WatchRule.BLOCKS);
        }
        n += laterN;
        sum += laterSum;
        double first = firstWeight * whole;
        counts[j] = (counts[j] + level[j] * n) * whole + first * n + blockWeight * laterCounts;
        losses[j] = (losses[j] + level[j] * inUnits(sum)) * whole + first * inUnits(sum) + blockWeight * laterLosses;
        moments[j] = moments[j] * whole + first * day.day() + blockWeight * laterMoments;
        level[j] = absorb(level[j], whole, later, firstWeight, blockWeight);
    }

    static double absorb(double before, double whole, double later, double firstWeight, double blockWeight) {
        return (before + firstWeight) * whole + blockWeight * later;
    }

    private static double inUnits(int loss) {
        return loss / (double) Loss.WORST;
    }

    /** Returns this evidence with all open days taken in, as if they were sealed now. */
    Evidence sealedWith(OpenDays open, WatchRule rule) {
        Evidence all = copy();
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).judgesDrop()) {
                all.seal(open.get(i), open.gap(i), rule);
            }
        }
        return all;
    }

    Evidence copy() {
        Evidence copy = new Evidence();
        copyLevel(copy.level);
        System.arraycopy(counts, 0, copy.counts, 0, DropOdds.FALLS);
        System.arraycopy(losses, 0, copy.losses, 0, DropOdds.FALLS);
        System.arraycopy(moments, 0, copy.moments, 0, DropOdds.FALLS);
        return copy;
    }

    /** Copies the evidence of each fall in the sealed days. */
    void copyLevel(double[] target) {
        System.arraycopy(level, 0, target, 0, DropOdds.FALLS);
    }

    /** Returns the evidence of the sealed days. */
    double level() {
        return mean(level);
    }

    /** Returns the responses since the fall, weighted by the evidence. */
    double countSince() {
        return mean(counts) / level();
    }

    /** Returns the mean loss since the fall, 0 to 1. */
    double lossSince() {
        return mean(losses) / mean(counts);
    }

    /** Returns when the fall began, in local epoch days. */
    double since() {
        return mean(moments) / level();
    }

    /** Returns the size of the fall whose evidence is the largest, the smallest of equals. */
    double tunedFall() {
        int best = 0;
        for (int j = 1; j < DropOdds.FALLS; j++) {
            if (level[j] > level[best]) {
                best = j;
            }
        }
        return DropOdds.fall(best);
    }

    static double mean(double[] values) {
        return (values[0] + values[1] + values[2]) / DropOdds.FALLS;
    }

    /** Lets the evidence of a long fall grow no further than numbers do; less of it is never wrong. */
    void bound() {
        for (double[] each : List.of(level, counts, losses, moments)) {
            for (int j = 0; j < DropOdds.FALLS; j++) {
                each[j] = Math.min(each[j], MOST);
            }
        }
    }

    void clear() {
        Arrays.fill(level, 0);
        Arrays.fill(counts, 0);
        Arrays.fill(losses, 0);
        Arrays.fill(moments, 0);
        forgetCeiling();
    }

    /** Takes the evidence over from one time between false alarms to another: each term is a multiple of 1 / T0. */
    void rescale(double factor) {
        for (int j = 0; j < DropOdds.FALLS; j++) {
            level[j] *= factor;
            counts[j] *= factor;
            losses[j] *= factor;
            moments[j] *= factor;
        }
        forgetCeiling();
    }

    void write(RowWriter out) {
        for (int j = 0; j < DropOdds.FALLS; j++) {
            out.real(level[j]);
            out.real(counts[j]);
            out.real(losses[j]);
            out.real(moments[j]);
        }
    }

    void read(RowReader in) {
        for (int j = 0; j < DropOdds.FALLS; j++) {
            level[j] = in.real();
            counts[j] = in.real();
            losses[j] = in.real();
            moments[j] = in.real();
        }
        forgetCeiling();
    }
}
