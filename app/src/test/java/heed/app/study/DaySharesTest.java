package heed.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class DaySharesTest {

    private static final int DAYS = 50_000;
    private static final int SATURDAY = 5;

    @Test
    void makesTheAnswersOfADayCorrelateAndBadDaysWorseThanGoodDaysAreGood() {
        // When
        double[] best = bestShares(Scenario.C);

        // Then
        assertThat(mean(best, 1)).isCloseTo(.88, within(.001));
        // The variance of the share is the correlation times .88 · .12.
        assertThat(mean(best, 2) / (.88 * .12)).isCloseTo(.02, within(.001));
        assertThat(mean(best, 3)).isLessThan(-.00002);
    }

    @Test
    void drawsEffectsWithoutSkewWhereThatIsAskedFor() {
        // When
        double[] best = bestShares(Scenario.N);

        // Then
        assertThat(mean(best, 1)).isCloseTo(.88, within(.001));
        assertThat(mean(best, 2) / (.88 * .12)).isCloseTo(.02, within(.001));
        assertThat(mean(best, 3)).isCloseTo(0, within(.00001));
    }

    @Test
    void leavesIndependentDaysAlike() {
        // When
        double[] best = bestShares(Scenario.A);

        // Then
        assertThat(best).containsOnly(.9);
    }

    @Test
    void movesTheScoreOverTheYearByWhatTheSeasonSays() {
        // Given
        DayShares days = new DayShares(Scenario.SEASON_3, 0, RandomSource.XO_SHI_RO_256_PP.create(1L));

        // When
        double[] months = new double[12];
        for (int day = 0; day < 40 * 365; day++) {
            months[(int) (day % 365.25 / 30.4375)] += days.draw(day)[0] / (40 * 365 / 12.0);
        }

        // Then
        assertThat(DoubleStream.of(months).average().orElseThrow()).isCloseTo(.9, within(.001));
        assertThat(DoubleStream.of(months).max().orElseThrow()).isCloseTo(.93, within(.003));
        assertThat(DoubleStream.of(months).min().orElseThrow()).isCloseTo(.87, within(.003));
    }

    @Test
    void drawsDaysNearTheCeiling() {
        // When
        double[] best = bestShares(Scenario.CEILING);

        // Then
        assertThat(mean(best, 1)).isCloseTo(.98, within(.001));
        assertThat(mean(best, 2) / (.98 * .02)).isCloseTo(.02, within(.001));
    }

    private static double[] bestShares(Scenario scenario) {
        DayShares days = new DayShares(scenario, 0, RandomSource.XO_SHI_RO_256_PP.create(1L));
        return DoubleStream.generate(() -> days.draw(SATURDAY)[0]).limit(DAYS).toArray();
    }

    /** Returns the mean, or a central moment of that order. */
    private static double mean(double[] values, int order) {
        double mean = DoubleStream.of(values).average().orElseThrow();
        return order == 1
                ? mean
                : DoubleStream.of(values)
                        .map(value -> Math.pow(value - mean, order))
                        .average()
                        .orElseThrow();
    }
}
