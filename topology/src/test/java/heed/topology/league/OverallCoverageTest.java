package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.figures.Counted;
import heed.schemas.questionnaire.Better;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures how often the interval of the overall rank holds the true one: ten measures, 90% positive, 3 points between
 * hospitals.
 */
@Tag("simulation")
class OverallCoverageTest {

    private static final int MEASURES = 10;
    private static final int DRAWS = 1_000;
    private static final double MEAN = 0.9;
    private static final double SD = 0.03;

    /**
     * Limits are two standard errors and more below what was measured.
     *
     * @param halo how often a hospital is as good in a measure as it is in general
     * @param mood how often an answer comes of the patient's mood rather than of the measure
     */
    @ParameterizedTest
    @CsvSource({
        "30,  60, 0.0, 0.0, .95",
        "30,  60, 0.0, 0.7, .94",
        "30,  60, 0.7, 0.0, .98",
        "30,  60, 0.7, 0.7, .97",
        "143, 15, 0.0, 0.0, .92",
        "143, 15, 0.0, 0.7, .89",
        "143, 15, 0.7, 0.0, .95",
        "143, 15, 0.7, 0.7, .95"
    })
    void holdsTheTrueOverallRankAsOftenAsMeasured(int hospitals, int leagues, double halo, double mood, double least) {
        // Given
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1);
        SimulatedHospitals simulated = new SimulatedHospitals(random);
        Coverage coverage = new Coverage();
        // When
        for (int league = 0; league < leagues; league++) {
            int[] sizes = simulated.sizes(hospitals);
            double[] general = simulated.scores(hospitals, MEAN, SD);
            double[][] scores = new double[MEASURES][];
            for (int measure = 0; measure < MEASURES; measure++) {
                double[] own = simulated.scores(hospitals, MEAN, SD);
                // A hair of its own keeps a hospital's measures from being the same, so that none is tied.
                Arrays.setAll(
                        own, i -> random.nextDouble() < halo ? general[i] + 1e-6 * (own[i] - general[i]) : own[i]);
                scores[measure] = own;
            }
            coverage.add(nets(scores), intervals(simulated.countMeasures(scores, sizes, mood), league));
        }
        // Then
        System.out.printf(
                "overall, %d hospitals, halo %.1f, mood %.1f: covers %.3f, standard error %.3f, mean width %.1f%n",
                hospitals, halo, mood, coverage.part(), coverage.standardError(), coverage.width());
        assertThat(coverage.part()).isGreaterThan(least);
    }

    private static RankInterval[] intervals(Counted[][] measures, long seed) {
        int hospitals = measures[0].length;
        int[] members = IntStream.range(0, hospitals).toArray();
        OverallDraws overall = new OverallDraws(hospitals, DRAWS);
        for (Counted[] measure : measures) {
            new RankDraws(List.of(measure), Better.HIGHER, seed).forEach(DRAWS, overall.measure(members));
        }
        return overall.intervals(members);
    }

    /**
     * Returns the true nets: how many of its measures a hospital has in the top fifth, less those in the bottom fifth.
     */
    private static double[] nets(double[][] scores) {
        double[] nets = new double[scores[0].length];
        for (double[] measure : scores) {
            for (int i = 0; i < nets.length; i++) {
                double score = measure[i];
                int above = (int)
                        Arrays.stream(measure).filter(other -> other > score).count();
                nets[i] += Fifths.of(above + 1, above + 1, nets.length);
            }
        }
        return nets;
    }
}
