package heed.topology.league;

import heed.schemas.figures.Counted;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;

/** Makes up hospitals whose true scores are known, and the answers that their patients give. */
final class SimulatedHospitals {

    /** What one answer can be. */
    enum Answers {
        YES_OR_NO,
        /** 0, a half or 1: two votes for a half each, that agree more often in one hospital than in another. */
        THREE_STEPS
    }

    private static final int FEWEST = 25;
    private static final int MOST = 2_000;

    private final UniformRandomProvider random;

    SimulatedHospitals(UniformRandomProvider random) {
        this.random = random;
    }

    /** Returns numbers of answers from 25 to 2,000, as many hospitals having 25 to 220 as 220 to 2,000. */
    int[] sizes(int hospitals) {
        return IntStream.range(0, hospitals)
                .map(i -> (int) (FEWEST * StrictMath.pow((double) MOST / FEWEST, random.nextDouble())))
                .toArray();
    }

    /**
     * Returns true scores of mean {@code mean} and standard deviation {@code sd}: beta, so not as the rank model has
     * it.
     */
    double[] scores(int hospitals, double mean, double sd) {
        double total = mean * (1 - mean) / (sd * sd) - 1;
        var beta = ChengBetaSampler.of(random, mean * total, (1 - mean) * total);
        return IntStream.range(0, hospitals).mapToDouble(i -> beta.sample()).toArray();
    }

    /** Returns what {@code sizes} answers give around {@code scores}. */
    List<Counted> count(double[] scores, int[] sizes, Answers answers) {
        return IntStream.range(0, scores.length)
                .mapToObj(i -> switch (answers) {
                    case YES_OR_NO -> yesOrNo(scores[i], sizes[i]);
                    case THREE_STEPS -> threeSteps(scores[i], sizes[i], 0.6 * random.nextDouble());
                })
                .toList();
    }

    /**
     * Returns what is counted of several measures if every patient answers all of them, first index the measure.
     *
     * @param mood how often an answer comes of the patient's mood, the same for all measures, rather than of the
     *     measure
     */
    Counted[][] countMeasures(double[][] scores, int[] sizes, double mood) {
        long[][] positive = new long[scores.length][sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            for (int patient = 0; patient < sizes[i]; patient++) {
                double temper = random.nextDouble();
                for (int m = 0; m < scores.length; m++) {
                    double threshold = random.nextDouble() < mood ? temper : random.nextDouble();
                    positive[m][i] += threshold < scores[m][i] ? 1 : 0;
                }
            }
        }
        Counted[][] counted = new Counted[scores.length][sizes.length];
        for (int m = 0; m < scores.length; m++) {
            long[] yes = positive[m];
            Arrays.setAll(counted[m], i -> yesAnswers(yes[i], sizes[i]));
        }
        return counted;
    }

    private Counted yesOrNo(double score, int n) {
        long yes = 0;
        for (int k = 0; k < n; k++) {
            yes += random.nextDouble() < score ? 1 : 0;
        }
        return yesAnswers(yes, n);
    }

    private Counted threeSteps(double score, int n, double agreement) {
        long sum = 0;
        long sumOfSquares = 0;
        for (int k = 0; k < n; k++) {
            int first = random.nextDouble() < score ? 1 : 0;
            int second = random.nextDouble() < agreement ? first : random.nextDouble() < score ? 1 : 0;
            long points = 5_000L * (first + second);
            sum += points;
            sumOfSquares += points * points;
        }
        return new Counted(n, sum, sumOfSquares);
    }

    private static Counted yesAnswers(long yes, int n) {
        return new Counted(n, yes * 10_000, yes * 100_000_000);
    }
}
