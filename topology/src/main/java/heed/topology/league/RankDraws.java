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
 * <p>The same hospitals and seed give the same ranks, bit for bit.
 */
final class RankDraws {

    /** Fixed point of a drawn value: 2^-44, so that a value up to 8 leaves 16 bits for the hospital's index. */
    private static final double ONE = 0x1p44;

    private static final int INDEX_BITS = 16;
    private static final long INDEX = (1L << INDEX_BITS) - 1;

    private final double[] y;
    private final double[] v;
    private final int sign;
    private final long seed;

    /**
     * Prepares the draws.
     *
     * @param hospitals what each counted, at least one answer each, in the order of their codes
     */
    RankDraws(List<Counted> hospitals, Better better, long seed) {
        if (hospitals.size() > INDEX) {
            throw new IllegalArgumentException("at most " + INDEX + " hospitals, were " + hospitals.size());
        }
        y = new double[hospitals.size()];
        v = new double[hospitals.size()];
        Counted all = hospitals.stream().reduce(Counted.NOTHING, Counted::plus);
        double ratio = hospitals.isEmpty() ? 1 : all.answerRatio();
        for (int i = 0; i < y.length; i++) {
            Counted hospital = hospitals.get(i);
            double m = hospital.n() / ratio;
            y[i] = StrictMath.asin(Math.sqrt((hospital.score() * m + 0.375) / (m + 0.75)));
            v[i] = 1 / (4 * m + 2);
        }
        this.sign = better == Better.HIGHER ? -1 : 1;
        this.seed = seed;
    }

    /** Hands {@code draws} draws to {@code consumer}, one after the other. */
    void forEach(int draws, DrawConsumer consumer) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        SharedStateContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        BetweenHospitals between = new BetweenHospitals(y, v);
        Given[] given = new Given[between.cells()];
        long[] keys = new long[y.length];
        int[] ranks = new int[y.length];
        for (int draw = 0; draw < draws; draw++) {
            int cell = between.cell(random.nextDouble());
            if (given[cell] == null) {
                given[cell] = new Given(between.tau(cell));
            }
            given[cell].draw(normal, keys);
            Arrays.sort(keys);
            for (int rank = 0; rank < keys.length; rank++) {
                ranks[(int) (keys[rank] & INDEX)] = rank + 1;
            }
            consumer.take(draw, ranks);
        }
    }

    /** What the answers say about the true values once tau is given. */
    private final class Given {

        private final double mean;
        private final double sd;
        private final double[] own = new double[y.length];
        private final double[] shared = new double[y.length];
        private final double[] spread = new double[y.length];

        Given(double tau) {
            double precision = 0;
            double weighted = 0;
            for (int i = 0; i < y.length; i++) {
                double weight = 1 / (v[i] + tau * tau);
                precision += weight;
                weighted += weight * y[i];
                own[i] = sign * y[i] * tau * tau * weight;
                shared[i] = sign * v[i] * weight;
                spread[i] = Math.sqrt(v[i] * tau * tau * weight);
            }
            mean = weighted / precision;
            sd = Math.sqrt(1 / precision);
        }

        void draw(SharedStateContinuousSampler normal, long[] keys) {
            double mu = mean + sd * normal.sample();
            for (int i = 0; i < keys.length; i++) {
                double theta = own[i] + shared[i] * mu + spread[i] * normal.sample();
                keys[i] = ((long) (theta * ONE) << INDEX_BITS) | i;
            }
        }
    }
}
