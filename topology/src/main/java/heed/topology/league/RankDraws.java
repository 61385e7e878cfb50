package heed.topology.league;

import heed.schemas.figures.Counted;
import heed.schemas.questionnaire.Better;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Draws the ranks of hospitals' true scores from what their answers say about them, all hospitals at once.
 *
 * <p>n independent answers tell as much as {@code m = n / r} yes-or-no ones, r the answer ratio of all hospitals
 * together: a hospital's own is noise where it has few answers. The score is stretched to {@code y = asin(sqrt((p m +
 * 3/8) / (m + 3/4)))}, whose variance {@code 1 / (4 m + 2)} hardly depends on the true score (F. J. Anscombe, The
 * transformation of Poisson, binomial and negative-binomial data, Biometrika 35, 1948). True values are normal around a
 * common mean, with {@link BetweenHospitals} telling how far apart. A draw takes that distance from its posterior, then
 * the mean, then each hospital's value. Drawing each around its own score instead would spread the hospitals further
 * than they are, and the intervals of hospitals that hardly differ would miss their ranks (docs/statistics.md).
 *
 * <p>The same hospitals and seed give the same ranks, on every Java: what is computed goes through {@link StrictMath}
 * or operations that IEEE 754 fixes. The sampler alone compares with {@link Math#exp} in one of a hundred samples, so
 * where two Javas differ in its last bit they part about once in a billion leagues.
 */
final class RankDraws {

    /** Fixed point of a drawn value: values up to 8 leave 16 bits for the hospital's index. */
    private static final double ONE = 0x1p44;

    private static final int INDEX_BITS = 16;
    private static final long INDEX = (1L << INDEX_BITS) - 1;

    private final double[] y;
    private final double[] v;
    private final Better better;
    private final long seed;
    private final long[] luck;

    /**
     * Prepares the draws of a league that stands alone.
     *
     * @param hospitals what each counted, with at least one answer each
     */
    RankDraws(List<Counted> hospitals, Better better, long seed) {
        this(hospitals, better, seed, oneEach(hospitals.size(), seed));
    }

    /** Prepares the draws of one of several leagues of independent answers. */
    RankDraws(List<Counted> hospitals, Better better, long seed, long[] luck) {
        this(
                hospitals,
                hospitals.stream().mapToDouble(each -> (double) each.n()).toArray(),
                better,
                seed,
                luck);
    }

    /**
     * Prepares the draws of one of several leagues that are added up. With the same seeds a hospital is as lucky in one
     * as in the other, as {@link OverallDraws} asks, whoever else is in them.
     *
     * @param hospitals what each counted, with at least one answer each
     * @param effective how many independent answers tell as much as each hospital's
     * @param seed seed of what all hospitals of the league share
     * @param luck seed of each hospital's own luck
     */
    RankDraws(List<Counted> hospitals, double[] effective, Better better, long seed, long[] luck) {
        if (hospitals.size() > INDEX) {
            throw new IllegalArgumentException("at most " + INDEX + " hospitals, were " + hospitals.size());
        }
        if (luck.length != hospitals.size()) {
            throw new IllegalArgumentException(hospitals.size() + " hospitals but " + luck.length + " seeds of luck");
        }
        Counted all = hospitals.stream().reduce(Counted.NOTHING, Counted::plus);
        double ratio = hospitals.isEmpty() ? 1 : all.answerRatio();
        this.y = new double[hospitals.size()];
        this.v = new double[hospitals.size()];
        for (int i = 0; i < y.length; i++) {
            double m = effective[i] / ratio;
            y[i] = StrictMath.asin(Math.sqrt((hospitals.get(i).score() * m + 0.375) / (m + 0.75)));
            v[i] = 1 / (4 * m + 2);
        }
        this.better = better;
        this.seed = seed;
        this.luck = luck.clone();
    }

    /** Hands {@code draws} draws to {@code consumer}, one after the other. */
    void forEach(int draws, DrawConsumer consumer) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        SharedStateContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        BetweenHospitals between = new BetweenHospitals(y, v);
        Given[] given = new Given[between.cells()];
        SharedStateContinuousSampler[] own = new SharedStateContinuousSampler[y.length];
        Arrays.setAll(own, i -> ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(luck[i])));
        long[] keys = new long[y.length];
        SpreadSort sort = new SpreadSort(y.length);
        int[] ranks = new int[y.length];
        for (int draw = 0; draw < draws; draw++) {
            int cell = between.quantile(random.nextDouble());
            if (given[cell] == null) {
                given[cell] = new Given(between.tau(cell));
            }
            given[cell].draw(normal.sample(), own, keys);
            long[] bestFirst = sort.sort(keys);
            for (int rank = 0; rank < bestFirst.length; rank++) {
                ranks[(int) (bestFirst[rank] & INDEX)] = rank + 1;
            }
            consumer.take(draw, ranks);
        }
    }

    private static long[] oneEach(int hospitals, long seed) {
        long[] luck = new long[hospitals];
        Arrays.setAll(luck, i -> seed + i + 1);
        return luck;
    }

    /** What the answers say about the true values once tau is given; values are turned so that the least is best. */
    private final class Given {

        private final double mean;
        private final double sd;
        private final double[] own = new double[y.length];
        private final double[] shared = new double[y.length];
        private final double[] spread = new double[y.length];

        Given(double tau) {
            int sign = better == Better.HIGHER ? -1 : 1;
            double precision = 0;
            double weighted = 0;
            for (int i = 0; i < y.length; i++) {
                double weight = 1 / (v[i] + tau * tau);
                precision += weight;
                weighted += weight * sign * y[i];
                own[i] = sign * y[i] * tau * tau * weight;
                shared[i] = v[i] * weight;
                spread[i] = Math.sqrt(v[i] * tau * tau * weight);
            }
            mean = weighted / precision;
            sd = Math.sqrt(1 / precision);
        }

        /** Draws the hospitals' true values, each a number with the hospital's index in its low bits. */
        void draw(double common, SharedStateContinuousSampler[] luck, long[] keys) {
            double mu = mean + sd * common;
            for (int i = 0; i < keys.length; i++) {
                double value = own[i] + shared[i] * mu + spread[i] * luck[i].sample();
                keys[i] = ((long) (value * ONE) << INDEX_BITS) | i;
            }
        }
    }
}
