package heed.app.study.variants;

import java.util.Arrays;

/**
 * The exact likelihood of answers whose spread is drawn for each day from a Dirichlet distribution.
 *
 * <p>Given the day's earlier answers each one has the odds (w·f + c) / (w·u + c): w is 1 / correlation - 1, u and f its
 * share usually and after the fall, c how many of the day's answers were the same. The product over a day does not
 * depend on their order.
 */
final class DirichletOdds implements DayOdds {

    private static final int LAST_BLOCK = 23;

    private final double[] values;
    private final Variant variant;
    private final boolean tempered;
    private final double blockWeight;
    private final double[] usual;
    private final double[] fallen;
    private final int[] today;
    private boolean open;
    private double power;
    private int block;
    private double begun;
    private double counts;
    private double losses;

    DirichletOdds(double[] values, double targetDays, Variant variant) {
        this.values = values;
        this.variant = variant;
        this.tempered = variant.odds() == Variant.Odds.TEMPERED_DIRICHLET;
        this.blockWeight = 1 / ((LAST_BLOCK + 1) * targetDays);
        this.usual = new double[values.length];
        this.fallen = new double[values.length];
        this.today = new int[values.length];
    }

    @Override
    public void open(Tilted usualShares, Tilted fallenShares, TrialBaseline baseline, double firstWeight) {
        begun += pending();
        double correlation =
                tempered ? baseline.heldSameDay(variant.caution()) : baseline.heldCorrelation(variant.caution());
        power = tempered ? 1 / baseline.carrying(variant.caution()) : 1;
        double weight = 1 / correlation - 1;
        for (int place = 0; place < values.length; place++) {
            usual[place] = weight * usualShares.share(place);
            fallen[place] = weight * fallenShares.share(place);
        }
        Arrays.fill(today, 0);
        block = 0;
        begun += firstWeight;
        open = true;
    }

    /** What falls in hours of the day that have no answers yet weigh. */
    private double pending() {
        return open ? blockWeight * (LAST_BLOCK - block) : 0;
    }

    @Override
    public void answer(int now, int place) {
        begun += blockWeight * (now - block);
        block = now;
        double ratio = (fallen[place] + today[place]) / (usual[place] + today[place]);
        double odds = power == 1 ? ratio : Math.pow(ratio, power);
        today[place]++;
        losses = (losses + begun * values[place]) * odds;
        counts = (counts + begun) * odds;
        begun *= odds;
    }

    @Override
    public double level() {
        return begun + pending();
    }

    @Override
    public double counts() {
        return counts;
    }

    @Override
    public double losses() {
        return losses;
    }

    @Override
    public void clear() {
        open = false;
        begun = 0;
        counts = 0;
        losses = 0;
    }
}
