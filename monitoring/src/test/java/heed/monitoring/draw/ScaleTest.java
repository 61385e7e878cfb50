package heed.monitoring.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void placesEqualStepsEquallyFarApartAlsoBeyondItsEnds() {
        // When
        Scale scale = Scale.even(.5, 1);

        // Then
        assertThat(scale.part(.5)).isEqualTo(0);
        assertThat(scale.part(.75)).isEqualTo(.5);
        assertThat(scale.part(1)).isEqualTo(1);
        assertThat(scale.part(.25)).isEqualTo(-.5);
    }

    @Test
    void placesWhatHasNoLengthAtItsBeginning() {
        // When
        Scale scale = Scale.even(3, 3);

        // Then
        assertThat(scale.part(3)).isEqualTo(0);
    }

    @Test
    void placesNumbersByTheirSquareRoot() {
        // When
        Scale scale = Scale.roots(400);

        // Then
        assertThat(scale.part(0)).isEqualTo(0);
        assertThat(scale.part(100)).isEqualTo(.5);
        assertThat(scale.part(400)).isEqualTo(1);
    }

    @Test
    void placesPowersOfTenEquallyFarApartAndNothingLowerThanTheLowest() {
        // When
        Scale scale = Scale.powers(-2, 2);

        // Then
        assertThat(scale.part(.01)).isCloseTo(0, within(1e-9));
        assertThat(scale.part(1)).isEqualTo(.5);
        assertThat(scale.part(100)).isEqualTo(1);
        assertThat(scale.part(.0001)).isEqualTo(0);
        assertThat(scale.part(0)).isEqualTo(0);
    }

    @Test
    void placesDaysByTheCalendarAndNotByTheirOrder() {
        // When
        Scale scale = Scale.days(LocalDate.parse("2026-02-27"), LocalDate.parse("2026-03-03"));

        // Then
        assertThat(scale.part((double) LocalDate.parse("2026-02-28").toEpochDay()))
                .isEqualTo(.25);
        assertThat(scale.part((double) LocalDate.parse("2026-03-03").toEpochDay()))
                .isEqualTo(1);
    }
}
