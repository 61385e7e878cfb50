package heed.schemas.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreFiguresTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "3886 of 4236 positive,         4236, 38860000, 388600000000, 9174, 9087, 9253",
        "47 of 48 positive,             48,   470000,   4700000000,   9792, 8910, 9963",
        "three of three positive,       3,    30000,    300000000,    10000, 4385, 10000",
        "none of five positive,         5,    0,        0,            0,    0,    4345",
        "three halves: r is 1/4,        3,    15000,    75000000,     5000, 2538, 7462",
        "one full two halves one none,  4,    20000,    150000000,    5000, 1977, 8023",
        "four hundred alike: r is .05,  400,  2800000,  19600000000,  7000, 6899, 7099",
        "one of three hundred and five thirty-seconds, 32, 10000, 100000000, 313, 55, 1574"
    })
    void agreeWithFiguresComputedElsewhere(
            String what, long n, long sum, long sumOfSquares, int score, int low, int high) {
        // When
        ScoreFigures figures = ScoreFigures.of(n, sum, sumOfSquares);
        // Then
        assertThat(figures.scoreBasisPoints()).as(what).isEqualTo(score);
        assertThat(figures.lowBasisPoints()).isEqualTo(low);
        assertThat(figures.highBasisPoints()).isEqualTo(high);
    }

    @Property
    void arePlainWilsonWhereEveryAnswerIsYesOrNo(
            @ForAll @LongRange(min = 1, max = 1_000_000) long n, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        // Given
        long yes = Math.round(n * share);
        // When
        ScoreFigures figures = ScoreFigures.of(n, yes * 10_000, yes * 100_000_000);
        // Then
        Interval plain = Wilson.interval((double) yes / n, (double) n, 1.96);
        assertThat(new Interval(figures.low(), figures.high())).isEqualTo(plain);
    }

    @Property
    void roundTheScoreHalfUpExactly(
            @ForAll @LongRange(min = 1, max = 900_000_000L) long n,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        // Given
        long sum = Math.min(n * 10_000, (long) (n * share * 10_000));
        BigDecimal score = BigDecimal.valueOf(sum);
        // When // Then
        assertThat(ScoreFigures.of(n, sum, sum * 5_000).scoreBasisPoints())
                .isEqualTo(score.divide(BigDecimal.valueOf(n), 0, RoundingMode.HALF_UP)
                        .intValueExact());
        assertThat(ScoreFigures.percentHalfUp(sum, n))
                .isEqualTo(score.divide(BigDecimal.valueOf(n * 100), 0, RoundingMode.HALF_UP)
                        .intValueExact());
    }

    @ParameterizedTest
    @CsvSource({
        "0,        7,    0",
        "70000,    7,    100",
        "10000,    8,    13", // 12.5
        "30000,    8,    38", // 37.5
        "1249999,  1000, 12", // 12.49999
        "1250000,  1000, 13",
        "10000,    200,  1", // 0.5
        "9999,     200,  0",
        "1990000,  200,  100", // 99.5
        "38860000, 4236, 92",
        "470000,   48,   98"
    })
    void givePercentagesRoundedHalfUpFromTheIntegers(long sum, long n, int percent) {
        // When // Then
        assertThat(ScoreFigures.percentHalfUp(sum, n)).isEqualTo(percent);
    }

    @Test
    void refuseCountsThatNoAnswersHave() {
        // When // Then
        assertThatThrownBy(() -> ScoreFigures.of(0, 0, 0))
                .hasMessage("needs n >= 1 and 0 <= sum <= 10000 n: n=0 sum=0");
        assertThatThrownBy(() -> ScoreFigures.percentHalfUp(10_001, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScoreFigures.of(1, 5_000, 50_000_001))
                .hasMessage("no answers of 0 to 10000 points have sum=5000 sumOfSquares=50000001");
    }
}
