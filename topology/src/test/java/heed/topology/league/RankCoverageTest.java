package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.figures.Counted;
import heed.schemas.questionnaire.Better;
import heed.topology.league.SimulatedHospitals.Answers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures how often the rank interval holds the true rank of hospitals that are made up. */
@Tag("simulation")
class RankCoverageTest {

    private static final int DRAWS = 1_000;

    @Test
    void holdsTheTrueRankAtLeast93TimesIn100WhateverTheHospitals() {
        // Given
        List<Setting> settings = Setting.all();
        double sum = 0;
        double leastSure = 1;
        for (Setting setting : settings) {
            // When
            Coverage coverage = setting.measure();
            System.out.printf(
                    "%s: covers %.3f, standard error %.3f, mean width %.1f%n",
                    setting, coverage.part(), coverage.standardError(), coverage.width());
            sum += coverage.part();
            leastSure = Math.min(leastSure, coverage.part());
            // Then
            assertThat(coverage.part()).as(setting.toString()).isGreaterThanOrEqualTo(0.93);
            assertThat(coverage.standardError()).as(setting.toString()).isLessThan(0.005);
        }
        System.out.printf(
                "%d settings: cover %.3f, the least %.3f%n", settings.size(), sum / settings.size(), leastSure);
        assertThat(sum / settings.size()).isBetween(0.96, 0.98);
    }

    /**
     * What to do and how often.
     *
     * @param mean mean of the true scores
     * @param sd their standard deviation: nearly none, 1 point, 3 as in NCPES, or large
     */
    private record Setting(int hospitals, double mean, double sd, Answers answers, int leagues) {

        static List<Setting> all() {
            return Stream.of(Answers.values())
                    .flatMap(answers -> Stream.of(of(10, answers, 400), of(30, answers, 160), of(143, answers, 40))
                            .flatMap(settings -> settings))
                    .toList();
        }

        private static Stream<Setting> of(int hospitals, Answers answers, int leagues) {
            return Stream.of(
                    new Setting(hospitals, 0.5, 0.0001, answers, leagues),
                    new Setting(hospitals, 0.5, 0.01, answers, leagues),
                    new Setting(hospitals, 0.5, 0.03, answers, leagues),
                    new Setting(hospitals, 0.5, 0.08, answers, leagues),
                    new Setting(hospitals, 0.9, 0.0001, answers, leagues),
                    new Setting(hospitals, 0.9, 0.01, answers, leagues),
                    new Setting(hospitals, 0.9, 0.03, answers, leagues),
                    new Setting(hospitals, 0.9, 0.08, answers, leagues),
                    new Setting(hospitals, 0.97, 0.0001, answers, leagues),
                    new Setting(hospitals, 0.97, 0.01, answers, leagues),
                    new Setting(hospitals, 0.97, 0.03, answers, leagues),
                    new Setting(hospitals, 0.97, 0.04, answers, leagues));
        }

        Coverage measure() {
            SimulatedHospitals simulated = new SimulatedHospitals(RandomSource.XO_SHI_RO_256_PP.create(1));
            Coverage coverage = new Coverage();
            for (int league = 0; league < leagues; league++) {
                double[] scores = simulated.scores(hospitals, mean, sd);
                List<Counted> counted = simulated.count(scores, simulated.sizes(hospitals), answers);
                RankIntervals ranks = new RankIntervals(hospitals);
                new RankDraws(counted, Better.HIGHER, league).forEach(DRAWS, ranks);
                RankInterval[] intervals = new RankInterval[hospitals];
                Arrays.setAll(intervals, ranks::of);
                coverage.add(scores, intervals);
            }
            return coverage;
        }
    }
}
