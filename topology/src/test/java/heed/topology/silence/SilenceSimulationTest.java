package heed.topology.silence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures what {@code docs/silence.md} states; the figures there are those that this prints. */
@Tag("simulation")
class SilenceSimulationTest {

    /** The shape 1000 is days that hardly vary, 4 is days that vary by half. */
    @ParameterizedTest
    @CsvSource({
        "ROUND_THE_CLOCK, 1, 4, 260",
        "ROUND_THE_CLOCK, 5, 4, 60",
        "ROUND_THE_CLOCK, 50, 4, 20",
        "ROUND_THE_CLOCK, 1000, 4, 8",
        "ROUND_THE_CLOCK, 5, 1000, 60",
        "ROUND_THE_CLOCK, 1000, 1000, 8",
        "OFFICE_HOURS, 5, 4, 100",
        "OFFICE_HOURS, 50, 4, 70",
        "OFFICE_HOURS, 1000, 4, 70"
    })
    void chanceAloneMakesNoMoreSilencesThanStatedAndPlacesThatStopAreFound(
            SimulatedRhythm.Kind kind, double aDay, int shape, int longestMedian) {
        // When
        var years = new SimulatedYears(kind, aDay, shape);

        // Then
        System.out.printf(
                "%s, %.0f a day, shape %d: %.2f false silences a year (%.2f to %.2f, %.0f place-years); %d of %d stops found, median %d h%n",
                kind,
                aDay,
                shape,
                years.falseSilencesAYear(),
                years.atLeastAYear(),
                years.atMostAYear(),
                years.placeYears(),
                years.found(),
                years.stopped(),
                years.medianHours());
        assertThat(years.atMostAYear()).isLessThanOrEqualTo(1);
        assertThat(years.found()).isEqualTo(years.stopped());
        assertThat(years.medianHours()).isLessThanOrEqualTo(longestMedian);
    }
}
