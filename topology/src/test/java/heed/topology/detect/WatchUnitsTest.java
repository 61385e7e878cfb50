package heed.topology.detect;

import static heed.topology.detect.Vectors.near;
import static heed.topology.detect.Vectors.number;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.UsualFigures;
import heed.schemas.figures.Counted;
import heed.schemas.figures.Interval;
import heed.schemas.figures.UsualRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Holds the parts of the watch to values of an independent implementation. */
class WatchUnitsTest {

    private static final Map<?, ?> UNITS = Vectors.units();

    @Test
    void roundsAScoreToTheSameLoss() {
        for (List<?> row : rows("quantise")) {
            // When
            int loss = Loss.ofBasisPoints((int) Math.round(number(row.get(0)) * 10_000));

            // Then
            assertThat(loss).as("score %s", row.get(0)).isEqualTo(row.get(1));
        }
    }

    @Test
    void putsTheSameWilsonIntervalAroundAMean() {
        for (List<?> row : rows("wilson")) {
            // When
            Interval interval = DropEstimate.score(1 - number(row.get(0)), number(row.get(1)), 1.959963984540054);

            // Then
            assertNear(interval.low(), row.get(2));
            assertNear(interval.high(), row.get(3));
        }
    }

    @Test
    void tiltsADistributionToTheSameMean() {
        for (Object each : (List<?>) UNITS.get("tilt")) {
            // Given
            Map<?, ?> row = (Map<?, ?>) each;
            Tilt tilt = new Tilt(Tallies.baseline(Map.of("h", row.get("hist"))));

            // When
            double t = tilt.reaching(number(row.get("target")), 0);

            // Then
            assertNear(t, row.get("t"));
            assertNear(tilt.logSum(t), row.get("psi"));
        }
    }

    @Test
    void computesTheSameBaselineFromATally() {
        // Given
        Map<?, ?> expected = (Map<?, ?>) ((Map<?, ?>) UNITS.get("bstat")).get("out");

        // When
        Baseline baseline = baseline();

        // Then
        assertThat((int) baseline.count()).isEqualTo(expected.get("N"));
        assertNear(baseline.mean(), expected.get("mu"));
        assertNear(baseline.variance(), expected.get("v"));
        assertNear(baseline.correlation(), expected.get("rho"));
        assertNear(baseline.designEffect(), expected.get("deff"));
        for (int weekday = 0; weekday < Tally.WEEKDAYS; weekday++) {
            assertNear(baseline.weekdayMean(weekday), ((List<?>) expected.get("dow")).get(weekday));
        }
    }

    @Test
    void freezesTheSameOddsForANewDay() {
        // Given
        Map<?, ?> expected = (Map<?, ?>) UNITS.get("new_day");
        int weekday = OpenDay.weekdayOf((Integer) expected.get("day"));

        // When
        TiltOdds odds = TiltOdds.freeze(baseline(), weekday);

        // Then
        assertNear(baseline().heldMean(weekday), expected.get("m"));
        assertNear(odds.correlation(), expected.get("rho"));
        for (int j = 0; j < DropOdds.FALLS; j++) {
            assertNear(odds.alpha(j), ((List<?>) expected.get("alpha")).get(j));
            assertNear(odds.beta(j), ((List<?>) expected.get("beta")).get(j));
        }
    }

    @Test
    void setsAWindowBesideTheSameUsualRange() {
        for (Map<?, ?> view : windows(band -> !band.equals("suppressed"))) {
            // Given
            Map<?, ?> expected = (Map<?, ?>) view.get("out");

            // When
            UsualRange range =
                    UsualRange.of(window(view), usual(), baseline().count()).orElseThrow();

            // Then
            assertThat((int) range.n()).isEqualTo(expected.get("n"));
            assertNear(range.score(), expected.get("score"));
            assertNear(range.expected(), expected.get("expected"));
            assertNear(range.z(), expected.get("z"));
            assertNear(range.sigmaZ(), expected.get("sigma_z"));
            assertNear(range.low95(), expected.get("lo95"));
            assertNear(range.high95(), expected.get("hi95"));
            assertNear(range.low998(), expected.get("lo998"));
            assertNear(range.high998(), expected.get("hi998"));
            assertThat(range.band().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .isEqualTo(expected.get("band"));
        }
    }

    @Test
    void setsNoWindowOfUnderTenAnswersBesideTheUsual() {
        for (Map<?, ?> view : windows(band -> band.equals("suppressed"))) {
            // When
            var range = UsualRange.of(window(view), usual(), baseline().count());

            // Then
            assertThat(range).isEmpty();
        }
    }

    private static List<Map<?, ?>> windows(Predicate<Object> band) {
        List<Map<?, ?>> chosen = new ArrayList<>();
        for (Object view : (List<?>) UNITS.get("window_view")) {
            if (band.test(((Map<?, ?>) ((Map<?, ?>) view).get("out")).get("band"))) {
                chosen.add((Map<?, ?>) view);
            }
        }
        assertThat(chosen).isNotEmpty();
        return chosen;
    }

    /** Returns the days of a window as they are counted, in basis points. */
    private static List<UsualRange.Day> window(Map<?, ?> view) {
        List<UsualRange.Day> window = new ArrayList<>();
        for (Object day : (List<?>) view.get("days")) {
            List<?> sums = (List<?>) day;
            long n = (Integer) sums.get(1);
            // All answers of these days are the best or the worst, so each bad one takes a whole point.
            long good = n - (Integer) sums.get(2) / Loss.WORST;
            window.add(new UsualRange.Day(
                    LocalDate.ofEpochDay((Integer) sums.get(0)), new Counted(n, good * 10_000, good * 100_000_000)));
        }
        return window;
    }

    private static UsualFigures usual() {
        Usual usual = Usual.of(baseline());
        return UsualFigures.newBuilder()
                .setScore(usual.score())
                .setScoreLow(usual.scoreLow())
                .setScoreHigh(usual.scoreHigh())
                .setWeekdayScores(usual.weekdayScores())
                .setVariance(usual.variance())
                .setIcc(usual.icc())
                .setDesignEffect(usual.designEffect())
                .build();
    }

    private static Baseline baseline() {
        return Tallies.baseline((Map<?, ?>) ((Map<?, ?>) UNITS.get("bstat")).get("tally"));
    }

    @SuppressWarnings("unchecked")
    private static List<List<?>> rows(String name) {
        return (List<List<?>>) UNITS.get(name);
    }

    private static void assertNear(double actual, Object expected) {
        assertThat(actual).isCloseTo(number(expected), near(number(expected)));
    }
}
