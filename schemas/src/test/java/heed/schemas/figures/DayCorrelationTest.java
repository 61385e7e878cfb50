package heed.schemas.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DayCorrelationTest {

    /** Three days of two answers: both yes, one yes, none. By hand M = 1/6, C = 1/6, V = 1/3. */
    private static final CountedByDay HALF = yes(6, 3, 12, 5);

    @Test
    void isOneWhereTheAnswersOfADayAreTheSame() {
        // When
        double correlation = DayCorrelation.of(List.of(yes(4, 2, 8, 4))).orElseThrow();

        // Then
        assertThat(correlation).isEqualTo(1);
    }

    @Test
    void isTheCovarianceWithinDaysAgainstTheVariance() {
        // When
        double correlation = DayCorrelation.of(List.of(HALF)).orElseThrow();

        // Then
        assertThat(correlation).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void isNeverBelowNone() {
        // When
        double correlation = DayCorrelation.of(List.of(yes(4, 2, 8, 2))).orElseThrow();

        // Then
        assertThat(correlation).isZero();
    }

    @Test
    void isNoneWhereAllAnswersAreTheSame() {
        // When
        double correlation = DayCorrelation.of(List.of(yes(4, 4, 8, 8))).orElseThrow();

        // Then
        assertThat(correlation).isZero();
    }

    @Test
    void poolsHospitalsByHowManyOthersAnAnswerSharesItsDayWith() {
        // Given
        // By hand, twice ten answers, nine yes and one: M = 18 / 200, C = 72 / 180 - M, V = .5 - M, w = 9 against 1
        CountedByDay busy = yes(20, 10, 200, 82);

        // When
        double correlation = DayCorrelation.of(List.of(HALF, busy)).orElseThrow();

        // Then
        assertThat(correlation).isCloseTo((9 * .31 + 1.0 / 6) / (9 * .41 + 1.0 / 3), within(1e-12));
    }

    @Test
    void isNotKnownFromOneDayNorFromSingleAnswersNorFromPublishedFigures() {
        // Given
        CountedByDay oneDay = yes(4, 2, 16, 4);
        CountedByDay single = yes(4, 2, 4, 2);
        CountedByDay published = CountedByDay.undated(new Counted(4, 20_000, 200_000_000));
        CountedByDay partlyPublished = new CountedByDay(new Counted(8, 40_000, 400_000_000), 4, 8, 400_000_000);

        // When // Then
        assertThat(DayCorrelation.of(List.of(oneDay, single, published, partlyPublished)))
                .isEmpty();
        assertThat(DayCorrelation.of(List.of())).isEmpty();
    }

    @Test
    void passesOverSumsThatMayHaveOverflowed() {
        // Given
        long n = 400_000;
        CountedByDay huge = new CountedByDay(
                new Counted(n, n * 10_000, n * 100_000_000), n, n / 2 * (n / 2) * 2 + 20_000_000_000L, Long.MIN_VALUE);

        // When // Then
        assertThat(DayCorrelation.of(List.of(huge))).isEmpty();
    }

    @Test
    void aDesignEffectGrowsWithThoseWhoShareADay() {
        // When // Then
        assertThat(yes(3_000, 2_700, 3_000_000, 2_430_000).designEffect(.02)).isCloseTo(20.98, within(1e-12));
        assertThat(CountedByDay.undated(new Counted(5, 0, 0)).designEffect(.02)).isEqualTo(1);
    }

    @Test
    void refusesDaysThatCannotBe() {
        // When // Then
        assertThatThrownBy(() -> yes(4, 2, 3, 2)).hasMessage("no days have dated=4 squaredN=3 of n=4");
    }

    private static CountedByDay yes(long n, long yes, long squaredN, long squaredYes) {
        return new CountedByDay(new Counted(n, yes * 10_000, yes * 100_000_000), n, squaredN, squaredYes * 100_000_000);
    }
}
