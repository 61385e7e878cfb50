package heed.app.study.variants;

import java.util.Arrays;

/** The likelihood ratio of the watch: a day's exponent is divided by the design effect of so many answers of a day. */
final class TemperedOdds implements DayOdds {

    private static final int BLOCKS = 24;
    private static final double LARGEST_EXPONENT = 600;

    private final double[] values;
    private final double blockWeight;
    private final double caution;

    /** Answers and losses of the day from each block on. */
    private final int[] n = new int[BLOCKS];

    private final double[] sum = new double[BLOCKS];
    private double alpha;
    private double beta;
    private double correlation;
    private double firstWeight;
    private boolean open;
    private double before;
    private double countsBefore;
    private double lossesBefore;

    TemperedOdds(double[] values, double targetDays, double caution) {
        this.values = values;
        this.caution = caution;
        this.blockWeight = 1 / (BLOCKS * targetDays);
    }

    @Override
    public void open(Tilted usual, Tilted fallen, TrialBaseline baseline, double weight) {
        double level = level();
        double counts = counts();
        double losses = losses();
        before = level;
        countsBefore = counts;
        lossesBefore = losses;
        Arrays.fill(n, 0);
        Arrays.fill(sum, 0);
        alpha = fallen.t() - usual.t();
        beta = fallen.logSum() - usual.logSum();
        correlation = baseline.heldCorrelation(caution);
        firstWeight = weight;
        open = true;
    }

    @Override
    public void answer(int block, int place) {
        for (int b = 0; b <= block; b++) {
            n[b]++;
            sum[b] += values[place];
        }
    }

    private double odds(int b) {
        double effect = 1 + Math.max(n[b] - 1, 0) * correlation;
        return Math.exp(Math.min(LARGEST_EXPONENT, (alpha * sum[b] - beta * n[b]) / effect));
    }

    @Override
    public double level() {
        if (!open) {
            return before;
        }
        double level = 0;
        for (int b = 1; b < BLOCKS; b++) {
            level += n[b] == 0 ? 1 : odds(b);
        }
        return (before + firstWeight) * odds(0) + blockWeight * level;
    }

    @Override
    public double counts() {
        return weighted(countsBefore, n[0], b -> n[b]);
    }

    @Override
    public double losses() {
        return weighted(lossesBefore, sum[0], b -> sum[b]);
    }

    private double weighted(double already, double whole, java.util.function.IntToDoubleFunction amount) {
        if (!open) {
            return already;
        }
        double weighted = 0;
        for (int b = 1; b < BLOCKS; b++) {
            weighted += n[b] == 0 ? 0 : odds(b) * amount.applyAsDouble(b);
        }
        return (already + (before + firstWeight) * whole) * odds(0) + blockWeight * weighted;
    }

    @Override
    public void clear() {
        open = false;
        before = 0;
        countsBefore = 0;
        lossesBefore = 0;
    }
}
