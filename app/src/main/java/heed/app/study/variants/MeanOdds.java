package heed.app.study.variants;

import heed.app.study.Detector;
import heed.app.study.Scenario;

/**
 * Averages the odds that the watch gives an unchanged day, with nothing to learn.
 *
 * <p>Were they 1 at most, the evidence less the time passed would drift nowhere, and the false-alarm rate would be what
 * was asked for. Dividing the exponent by the design effect sees to it only as far as a day's sum is like a normal one.
 */
public final class MeanOdds implements Detector {

    private static final double[] FALLS = {.05, .10, .20};

    private static final int WEEK = 7;

    private final double[] losses;
    private final double correlation;
    private final double[][] alpha = new double[WEEK][FALLS.length];
    private final double[][] beta = new double[WEEK][FALLS.length];
    private final double[] sums = new double[FALLS.length];
    private final double[] squares = new double[FALLS.length];
    private int days;
    private int count;
    private double loss;

    /** Returns how many sizes of falls are looked at. */
    public static int falls() {
        return FALLS.length;
    }

    /** Is told the scenario's truth; its correlation is multiplied by {@code caution}. */
    public MeanOdds(Scenario scenario, double caution) {
        double[] scores = scenario.scores();
        losses = new double[scores.length];
        for (int place = 0; place < losses.length; place++) {
            losses[place] = 1 - scores[place];
        }
        correlation = caution * scenario.correlation();
        for (int weekday = 0; weekday < WEEK; weekday++) {
            double[] shares = scenario.shares(weekday, 0);
            double mean = 0;
            for (int place = 0; place < losses.length; place++) {
                mean += shares[place] * losses[place];
            }
            Tilted usual = new Tilted(losses, shares, mean);
            for (int j = 0; j < FALLS.length; j++) {
                Tilted fallen = new Tilted(losses, shares, mean + FALLS[j]);
                alpha[weekday][j] = fallen.t() - usual.t();
                beta[weekday][j] = fallen.logSum() - usual.logSum();
            }
        }
    }

    @Override
    public void answer(long day, double hour, int place) {
        count++;
        loss += losses[place];
    }

    @Override
    public void endDay(long day) {
        int weekday = (int) (day % WEEK);
        double effect = 1 + Math.max(count - 1, 0) * correlation;
        for (int j = 0; j < FALLS.length; j++) {
            double odds = Math.exp((alpha[weekday][j] * loss - beta[weekday][j] * count) / effect);
            sums[j] += odds;
            squares[j] += odds * odds;
        }
        days++;
        count = 0;
        loss = 0;
    }

    /** Returns the mean odds for a fall of that place in {@link #FALLS}. */
    public double mean(int j) {
        return sums[j] / days;
    }

    /** Returns the standard error of the mean. */
    public double error(int j) {
        return Math.sqrt((squares[j] / days - mean(j) * mean(j)) / days);
    }

    @Override
    public boolean open() {
        return false;
    }

    @Override
    public int alarms() {
        return 0;
    }

    @Override
    public double watchedDays() {
        return days;
    }
}
