package heed.schemas.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.UsualFigures;
import heed.schemas.figures.UsualRange.Band;
import heed.schemas.record.RecordCopy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualRangeTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final double NEAR = 1e-12;

    @Test
    void isToldOfTenAnswersAndOfNoFewer() {
        // When
        Optional<UsualRange> ofNine = UsualRange.of(List.of(day(0, 9, 9)), usual(.02), 1_000);
        Optional<UsualRange> ofTen = UsualRange.of(List.of(day(0, 9, 9), day(1, 1, 0)), usual(.02), 1_000);

        // Then
        assertThat(ofNine).isEmpty();
        assertThat(ofTen).isPresent();
    }

    @Test
    void isNotToldWhereWhatIsUsualIsNotToldOfEveryWeekday() {
        // Given
        UsualFigures six = RecordCopy.of(usual(.02), UsualFigures.newBuilder())
                .setWeekdayScores(List.of(.9, .9, .9, .9, .9, .9))
                .build();

        // When
        Optional<UsualRange> range = UsualRange.of(List.of(day(6, 100, 90)), six, 1_000);

        // Then
        assertThat(range).isEmpty();
    }

    @Test
    void expectsWhatIsUsualOnTheWeekdaysOfTheWindow() {
        // When
        UsualRange range = range(.02, day(0, 30, 27), day(6, 10, 9));

        // Then
        assertThat(range.n()).isEqualTo(40);
        assertThat(range.score()).isCloseTo(.9, within(NEAR));
        assertThat(range.expected()).isCloseTo(.75 * .9 + .25 * .8, within(NEAR));
    }

    @Test
    void isWiderWhereAnswersOfADayGoTogether() {
        // When
        UsualRange apart = range(0, day(0, 1_000, 900));
        UsualRange together = range(.02, day(0, 1_000, 900));

        // Then
        assertThat(apart.sigmaZ()).isEqualTo(1);
        assertThat(together.sigmaZ()).isCloseTo(Math.sqrt(1 + 999 * .025), within(NEAR));
        assertThat(apart.high95() - apart.low95()).isCloseTo(.05258, within(1e-5));
        assertThat(together.high95() - together.low95()).isCloseTo(.19314, within(1e-4));
    }

    @Test
    void staysWithinNothingAndAll() {
        // When
        UsualRange range = range(.02, day(0, 10, 10));

        // Then
        assertThat(range.high95()).isEqualTo(1);
        assertThat(range.high998()).isEqualTo(1);
        assertThat(range.low998()).isStrictlyBetween(0.0, range.low95());
    }

    @ParameterizedTest
    @CsvSource({"78, MUCH_BELOW", "82, BELOW", "90, AS_EXPECTED", "97, ABOVE", "100, MUCH_ABOVE"})
    void saysWhereAScoreLies(int good, Band band) {
        // When
        UsualRange range = range(0, day(0, 100, good));

        // Then
        assertThat(range.band()).isEqualTo(band);
    }

    private static UsualRange range(double icc, UsualRange.Day... days) {
        return UsualRange.of(List.of(days), usual(icc), 1_000).orElseThrow();
    }

    private static UsualRange.Day day(int after, long n, long good) {
        return new UsualRange.Day(MONDAY.plusDays(after), new Counted(n, good * 10_000, good * 100_000_000));
    }

    /** Nine in ten are good, eight on Sundays. */
    private static UsualFigures usual(double icc) {
        return UsualFigures.newBuilder()
                .setScore(.9)
                .setScoreLow(.88)
                .setScoreHigh(.92)
                .setWeekdayScores(List.of(.9, .9, .9, .9, .9, .9, .8))
                .setVariance(.09)
                .setIcc(icc)
                .setDesignEffect(1)
                .build();
    }
}
