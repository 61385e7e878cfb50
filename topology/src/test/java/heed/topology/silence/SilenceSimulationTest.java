package heed.topology.silence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures what {@code docs/silence.md} states; the figures there are those that this logs. */
class SilenceSimulationTest {

    private static final Logger LOG = LoggerFactory.getLogger(SilenceSimulationTest.class);

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
        LOG.info(
                "kind={} a_day={} shape={} false_a_year={} from={} to={} place_years={} stopped={} found={} median_hours={}",
                kind,
                aDay,
                shape,
                years.falseSilencesAYear(),
                years.atLeastAYear(),
                years.atMostAYear(),
                years.placeYears(),
                years.stopped(),
                years.found(),
                years.medianHours());
        assertThat(years.atMostAYear()).isLessThanOrEqualTo(1);
        assertThat(years.found()).isEqualTo(years.stopped());
        assertThat(years.medianHours()).isLessThanOrEqualTo(longestMedian);
    }
}
