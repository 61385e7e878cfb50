package heed.app.rebaseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Questionnaires;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchableTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Watchable watchable = new Watchable(
            HospitalDirectory.of(List.of(new Hospital("H1", "Example Hospital", LONDON)), LONDON),
            Questionnaires.shipped());

    @Test
    void takesAListedHospitalAnyUnitAndAWatchedMeasure() {
        // When // Then
        assertThat(watchable.key("H1", "W2", "fft-2020.positive"))
                .isEqualTo(new SeriesKey("H1", "W2", "fft-2020.positive"));
    }

    @Test
    void takesAnyHospitalWhereNoneIsListed() {
        // Given
        Watchable unlisted = new Watchable(HospitalDirectory.empty(), Questionnaires.shipped());

        // When // Then
        assertThat(unlisted.key("H7", null, "fft-2020.positive").hospital()).isEqualTo("H7");
    }

    @Test
    void namesTheNearestHospitalAndMeasure() {
        // When // Then
        assertThatThrownBy(() -> watchable.key("H2", null, "fft-2020.positive"))
                .hasMessage("HOSPITAL: the hospitals' file has no 'H2'; the nearest is 'H1'");
        assertThatThrownBy(() -> watchable.key("H1", null, "fft-2020.positiv"))
                .hasMessage("MEASURE: no measure 'fft-2020.positiv' is watched; the nearest is 'fft-2020.positive'");
    }

    @Test
    void refusesAMeasureThatIsScoredButNotWatched() {
        // When // Then
        assertThatThrownBy(() -> watchable.key("H1", null, "fft-2020.negative"))
                .hasMessageStartingWith("MEASURE: no measure 'fft-2020.negative' is watched");
    }

    @Test
    void refusesAUnitThatIsNoCode() {
        // When // Then
        assertThatThrownBy(() -> watchable.key("H1", "ward 2", "fft-2020.positive"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unit");
    }
}
