package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.LeagueRow;
import heed.schemas.figures.Counted;
import heed.schemas.figures.CountedByDay;
import heed.schemas.questionnaire.Questionnaires;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures how often interval and rank interval hold a hospital's level and rank where the answers of one day go
 * together: hospitals of 90%, 3 points apart, 30 days.
 */
@Tag("simulation")
class ClusteredCoverageTest {

    private static final String MEASURE = "fft-2020.positive";
    private static final int DAYS = 30;
    private static final double MEAN = 0.9;
    private static final double SD = 0.03;

    private final LeagueTables tables = new LeagueTables(21, new LeagueMeasures(Questionnaires.shipped()));

    @ParameterizedTest
    @CsvSource({
        "60, 50, 0.00, 25", "60, 50, 0.02, 25", "60, 50, 0.05, 25",
        "60, 1000, 0.00, 25", "60, 1000, 0.02, 25", "60, 1000, 0.05, 25",
        "10, 50, 0.02, 150", "10, 1000, 0.02, 150", "10, 1000, 0.05, 150"
    })
    void holdsLevelAndRankAsOftenAsItSays(int hospitals, int daily, double correlation, int leagues) {
        // Given
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1);
        SimulatedHospitals simulated = new SimulatedHospitals(random);
        Held plain = new Held();
        Held clustered = new Held();
        Coverage ranks = new Coverage();

        // When
        for (int league = 0; league < leagues; league++) {
            double[] levels = simulated.scores(hospitals, MEAN, SD);
            NavigableMap<String, HospitalMonth> months = new TreeMap<>();
            for (int i = 0; i < hospitals; i++) {
                months.put("H" + (100 + i), month(levels[i], daily, correlation, random));
            }
            List<LeagueRow> rows = compare(months, league);
            RankInterval[] intervals = new RankInterval[hospitals];
            for (int i = 0; i < hospitals; i++) {
                LeagueRow row = rows.get(i);
                plain.count(row.getLow(), levels[i], row.getHigh());
                clustered.count(row.getClusteredLow(), levels[i], row.getClusteredHigh());
                intervals[i] = new RankInterval(row.getRankLow(), row.getRankHigh());
            }
            ranks.add(levels, intervals);
        }

        // Then
        System.out.printf(
                "%d hospitals, %,d a day, correlation %.2f: level held by plain Wilson %.3f, clustered %.3f (width %.2f"
                        + " points); rank held %.3f (standard error %.3f), mean width %.1f%n",
                hospitals,
                daily,
                correlation,
                plain.part(),
                clustered.part(),
                clustered.width(),
                ranks.part(),
                ranks.standardError(),
                ranks.width());
        assertThat(clustered.part()).isBetween(0.93, 0.97);
        assertThat(ranks.part()).isGreaterThanOrEqualTo(0.93);
    }

    private List<LeagueRow> compare(NavigableMap<String, HospitalMonth> months, int league) {
        return tables.compare(new LeagueSnapshot(
                        "fft-2020",
                        (2_000 + league) + "-01",
                        new TreeMap<>(Map.of(MEASURE, months)),
                        Map.of(MEASURE, 1L)))
                .tables()
                .get(0)
                .rows();
    }

    /** Returns thirty days whose own levels are beta distributed around the hospital's: so answers correlate. */
    private static HospitalMonth month(double level, int daily, double correlation, UniformRandomProvider random) {
        long n = 0;
        long sum = 0;
        long squaredN = 0;
        long squaredSum = 0;
        for (int day = 0; day < DAYS; day++) {
            double own = correlation == 0
                    ? level
                    : ChengBetaSampler.of(random, level * (1 / correlation - 1), (1 - level) * (1 / correlation - 1))
                            .sample();
            long positive = (long) daily - successes(daily, 1 - own, random);
            n += daily;
            sum += positive;
            squaredN += (long) daily * daily;
            squaredSum += positive * positive;
        }
        Counted all = new Counted(n, sum * 10_000, sum * 100_000_000);
        return new HospitalMonth(new CountedByDay(all, n, squaredN, squaredSum * 100_000_000), 0, 0, false);
    }

    /** Returns how many of {@code n} independent trials succeed, going from one success straight to the next. */
    private static int successes(int n, double chance, UniformRandomProvider random) {
        int successes = 0;
        double logFailure = Math.log1p(-chance);
        for (double at = skip(logFailure, random); at < n; at += 1 + skip(logFailure, random)) {
            successes++;
        }
        return successes;
    }

    private static double skip(double logFailure, UniformRandomProvider random) {
        return Math.floor(Math.log1p(-random.nextDouble()) / logFailure);
    }

    /** Counts how often intervals hold the truth. */
    private static final class Held {

        private int held;
        private int all;
        private double width;

        void count(int low, double truth, int high) {
            held += low <= 10_000 * truth && 10_000 * truth <= high ? 1 : 0;
            width += (high - low) / 100.0;
            all++;
        }

        double part() {
            return (double) held / all;
        }

        double width() {
            return width / all;
        }
    }
}
