package heed.app.study.variants;

import java.util.Arrays;

/** What is usual, as the watch learns it; weekdays may be drawn towards those of peers. */
final class TrialBaseline {

    private static final int WEEK = 7;
    private static final double OWN_WEEKDAYS = .02;
    private static final double PEERS_WEEKDAYS = .01;

    private final double[] losses;
    private final double[] peers;
    private final double spread;
    private final Sums learned;
    private final Sums pending;
    private double rawMean;
    private double mean;
    private double variance;
    private double sameDay;
    private double correlation;
    private double countOfADay;
    private double designEffect;
    private boolean known;
    private long lastDay;
    private long lastCount;
    private double lastResidual;

    /** Sums over whole days. */
    private static final class Sums {

        private final double[] counts;
        private final double[] weekdayCounts = new double[WEEK];
        private final double[] weekdayLosses = new double[WEEK];

        /** Days, squared counts, products of residuals of a day and their pairs, the same of neighbouring days. */
        private final double[] sums = new double[6];

        Sums(int places) {
            counts = new double[places];
        }

        void add(Sums other) {
            add(counts, other.counts);
            add(weekdayCounts, other.weekdayCounts);
            add(weekdayLosses, other.weekdayLosses);
            add(sums, other.sums);
        }

        private static void add(double[] to, double[] from) {
            for (int i = 0; i < to.length; i++) {
                to[i] += from[i];
            }
        }

        void clear() {
            Arrays.fill(counts, 0);
            Arrays.fill(weekdayCounts, 0);
            Arrays.fill(weekdayLosses, 0);
            Arrays.fill(sums, 0);
        }
    }

    /** Begins to learn scores of these losses; {@code peers} are the differences of their weekdays, in loss. */
    TrialBaseline(double[] losses, Variant.Weekdays weekdays, double[] peers) {
        this.losses = losses;
        this.peers = weekdays == Variant.Weekdays.PEERS ? peers : new double[WEEK];
        this.spread = weekdays == Variant.Weekdays.PEERS ? PEERS_WEEKDAYS : OWN_WEEKDAYS;
        this.learned = new Sums(losses.length);
        this.pending = new Sums(losses.length);
        compute();
    }

    boolean suffices() {
        return count() >= 200 && days() >= 28;
    }

    private double count() {
        return Arrays.stream(learned.counts).sum();
    }

    private double days() {
        return learned.sums[0];
    }

    /** Takes a day in, or lets it wait. */
    void learn(TrialDay day, boolean waits) {
        if (days() >= 365) {
            skip();
            return;
        }
        if (!waits) {
            Sums one = sums(day);
            learned.add(pending);
            learned.add(one);
            pending.clear();
            compute();
        } else {
            pending.add(sums(day));
        }
    }

    void skip() {
        known = false;
    }

    void dropPending() {
        pending.clear();
    }

    private Sums sums(TrialDay day) {
        double n = day.count;
        double loss = day.loss / 60.0;
        double usual = count() == 0 ? loss / n : weekdayMean(day.weekday, rawMean);
        double residual = loss - n * usual;
        Sums one = new Sums(losses.length);
        double squares = 0;
        for (int place = 0; place < losses.length; place++) {
            one.counts[place] = day.counts[place];
            squares += day.counts[place] * (losses[place] - usual) * (losses[place] - usual);
        }
        one.weekdayCounts[day.weekday] = n;
        one.weekdayLosses[day.weekday] = loss;
        boolean followed = known && lastDay == day.day - 1;
        one.sums[0] = 1;
        one.sums[1] = n * n;
        one.sums[2] = residual * residual - squares;
        one.sums[3] = n * (n - 1);
        one.sums[4] = followed ? residual * lastResidual : 0;
        one.sums[5] = followed ? n * lastCount : 0;
        known = true;
        lastDay = day.day;
        lastCount = day.count;
        lastResidual = residual;
        return one;
    }

    private void compute() {
        double n = count();
        double sum = 0;
        double squares = 0;
        for (int place = 0; place < losses.length; place++) {
            sum += learned.counts[place] * losses[place];
            squares += learned.counts[place] * losses[place] * losses[place];
        }
        rawMean = sum / n;
        mean = (sum + .5) / (n + 1);
        variance = (squares + .5) / (n + 1) - mean * mean;
        double[] sums = learned.sums;
        sameDay = clip(.0002, (25 + sums[2] / variance) / (2500 + sums[3]), .5);
        double carried = clip(0, sums[4] / variance / (2500 + sums[5]) / sameDay - 1 / Math.sqrt(days() + 1), .7);
        correlation = Math.min(.5, sameDay * (1 + carried) / (1 - carried));
        countOfADay = n == 0 ? 1 : sums[1] / n;
        designEffect = 1 + Math.max(countOfADay - 1, 0) * correlation;
    }

    private double weekdayMean(int weekday, double around) {
        double n = learned.weekdayCounts[weekday];
        double centre = around + peers[weekday];
        if (n == 0) {
            return centre;
        }
        double weight = spread * spread / (spread * spread + variance * designEffect / n);
        return centre + weight * (learned.weekdayLosses[weekday] / n - centre);
    }

    /** Returns the mean that a day is held to, so many standard errors worse than estimated. */
    double heldMean(int weekday, double shift) {
        double error = Math.sqrt(variance * designEffect / (count() + 1));
        return clip(.01, weekdayMean(weekday, mean) + shift * error, .95);
    }

    double mean() {
        return mean;
    }

    /** Returns the correlation that a day is judged with. */
    double heldCorrelation(double caution) {
        return Math.min(.9, caution * correlation);
    }

    /** Returns the correlation of one day alone, likewise. */
    double heldSameDay(double caution) {
        return Math.min(.9, caution * sameDay);
    }

    /** Returns how many usual days are worth one independent day: the part of a day that is chance carries nothing. */
    double carrying(double caution) {
        double others = Math.max(countOfADay - 1, 0);
        return (1 + others * heldCorrelation(caution)) / (1 + others * heldSameDay(caution));
    }

    /** Returns the answers by place, with half an answer more at both ends. */
    double[] weights() {
        double[] weights = learned.counts.clone();
        weights[0] += .5;
        weights[weights.length - 1] += .5;
        return weights;
    }

    private static double clip(double low, double value, double high) {
        return Math.min(high, Math.max(low, value));
    }
}
