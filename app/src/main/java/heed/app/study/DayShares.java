package heed.app.study;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Draws how the answers of one day are spread around the usual, so that two answers of it correlate. */
final class DayShares {

    private static final int WEEK = 7;
    private static final double YEAR = 365.25;

    private final Scenario scenario;
    private final UniformRandomProvider random;
    private final SharedStateContinuousSampler normal;
    private final double drop;
    private final double[][] usual = new double[WEEK][];
    private final SharedStateContinuousSampler[][] gammas = new SharedStateContinuousSampler[WEEK][];
    private double yearBegins;
    private double effect;
    private boolean begun;

    DayShares(Scenario scenario, double drop, UniformRandomProvider random) {
        this.scenario = scenario;
        this.drop = drop;
        this.random = random;
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
        if (scenario.hasSeason()) {
            yearBegins = random.nextDouble() * YEAR;
        }
        for (int day = 0; day < WEEK; day++) {
            prepare(day);
        }
    }

    private void prepare(long day) {
        int weekday = (int) (day % WEEK);
        double[] shares = scenario.shares(weekday, drop - scenario.seasonal(day, yearBegins));
        usual[weekday] = shares;
        gammas[weekday] = new SharedStateContinuousSampler[shares.length];
        if (scenario.correlation() > 0) {
            double weight = 1 / scenario.correlation() - 1;
            for (int i = 0; i < shares.length; i++) {
                gammas[weekday][i] = AhrensDieterMarsagliaTsangGammaSampler.of(random, weight * shares[i], 1);
            }
        }
    }

    /** Draws a day: as usual, Dirichlet (two scores: beta-binomial), or normal. */
    double[] draw(long day) {
        if (scenario.hasSeason()) {
            prepare(day);
        }
        int weekday = (int) (day % WEEK);
        return switch (scenario.days()) {
            case ALIKE -> usual[weekday];
            case DIRICHLET -> dirichlet(weekday);
            case NORMAL -> following(weekday);
        };
    }

    private double[] dirichlet(int weekday) {
        double[] drawn = new double[usual[weekday].length];
        double sum = 0;
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = gammas[weekday][i].sample();
            sum += drawn[i];
        }
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] /= sum;
        }
        return drawn;
    }

    /** The best score's share moves by a normal effect that remembers the day before, cut off at 0 and 1. */
    private double[] following(int weekday) {
        double step = begun ? StrictMath.sqrt(1 - scenario.lag() * scenario.lag()) : 1;
        effect = scenario.lag() * effect + step * normal.sample();
        begun = true;
        double best = usual[weekday][0];
        double moved = best + effect * StrictMath.sqrt(scenario.correlation() * best * (1 - best));
        double share = Math.max(0, Math.min(1, moved));
        return new double[] {share, 1 - share};
    }

    /** Takes over the effect of the last day that another one drew, and its year. */
    void after(DayShares other) {
        yearBegins = other.yearBegins;
        effect = other.effect;
        begun = other.begun;
    }

    /** Draws a score's place, with the shares of a day. */
    int answer(double[] shares) {
        double u = random.nextDouble();
        int place = 0;
        while (place < shares.length - 1 && u >= shares[place]) {
            u -= shares[place];
            place++;
        }
        return place;
    }
}
