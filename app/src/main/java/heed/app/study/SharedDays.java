package heed.app.study;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** The days that many keys live through: how the answers of each are spread, at all of them alike or at each anew. */
final class SharedDays {

    private final Scenario scenario;
    private final Shock shock;
    private final double[][] shared;
    private final double[] worse;
    private final double perPoint;

    /** Draws so many days, of which the first begins a week. */
    SharedDays(Scenario scenario, Shock shock, int days, long seed) {
        this.scenario = scenario;
        this.shock = shock;
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        DayShares shares = new DayShares(scenario, 0, random);
        shared = new double[days][];
        worse = new double[days];
        for (int i = 0; i < days; i++) {
            shared[i] = shares.draw(SimulatedKey.FIRST_DAY + i);
            worse[i] = shock.worse(random.nextDouble());
        }
        perPoint = perPoint(scenario);
    }

    /** Returns which part of the patients answers as if every score were as likely, for each point that is lost. */
    private static double perPoint(Scenario scenario) {
        double[] scores = scenario.scores();
        double[] shares = scenario.shares(0, 0);
        double usual = 0;
        double even = 0;
        for (int i = 0; i < scores.length; i++) {
            usual += shares[i] * scores[i];
            even += scores[i] / scores.length;
        }
        return 1 / (usual - even);
    }

    /** Returns the shares of the scores on day {@code i} at one key that has {@code own} days and has fallen. */
    double[] shares(int i, DayShares own, double fall) {
        double[] usual = shock.isShared() ? shared[i] : own.draw(SimulatedKey.FIRST_DAY + i);
        double part = (fall + worse[i]) * perPoint;
        double[] mixed = new double[usual.length];
        for (int place = 0; place < mixed.length; place++) {
            mixed[place] = (1 - part) * usual[place] + part / mixed.length;
        }
        return mixed;
    }

    /** Returns the days of one key by itself. */
    DayShares own(UniformRandomProvider random) {
        return new DayShares(scenario, 0, random);
    }
}
