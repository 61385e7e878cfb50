package heed.connectors.published.ncpes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.connectors.published.BadRowException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositiveCountTest {

    @ParameterizedTest(name = "{4} of {0}: {1}, {2} to {3}")
    @CsvSource({
        "502, 75, 70.9, 78.5, 376",
        // The centre alone says 951 here, and the next interval is right only to the half of its last digit.
        "1304, 73, 70.5, 75.3, 952",
        "40, 83, 68.1, 91.3, 33",
        "21, 100, 84.5, 100, 21",
        "21, 0, 0, 15.5, 0",
        "10, 50, 23.7, 76.3, 5"
    })
    void findsTheCountWhoseIntervalIsThePublishedOne(int answers, int percent, double low, double high, int count)
            throws BadRowException {
        // When // Then
        assertThat(PositiveCount.of(answers, percent, low, high)).isEqualTo(count);
    }

    @Test
    void takesAPercentageThatWasRoundedTwice() throws BadRowException {
        // When // Then
        // 371 of 707 is 52.475%.
        assertThat(PositiveCount.of(707, 53, 48.8, 56.1)).isEqualTo(371);
        assertThat(PositiveCount.of(707, 52, 48.8, 56.1)).isEqualTo(371);
    }

    @Test
    void prefersTheCountOfThePublishedPercentageWhereTwoFitTheInterval() throws BadRowException {
        // When // Then
        // 725 of 1,357 is 53.43%, 726 are 53.50%; both have this interval.
        assertThat(PositiveCount.of(1357, 54, 50.8, 56.1)).isEqualTo(726);
        assertThat(PositiveCount.of(1357, 53, 50.8, 56.1)).isEqualTo(725);
    }

    @Test
    void refusesAnIntervalThatNoCountHasAndAPercentageThatIsNotItsOwn() {
        // When // Then
        assertThatThrownBy(() -> PositiveCount.of(502, 75, 70.9, 79.5))
                .hasMessage("no whole number of 502 answers has an interval of 70.9 to 79.5");
        assertThatThrownBy(() -> PositiveCount.of(502, 76, 70.9, 78.5))
                .hasMessage("the interval 70.9 to 78.5 is that of 376 of 502 answers, which is not 76.0 percent");
    }
}
