package heed.monitoring.page.comments;

import static heed.monitoring.ThemeFixture.aThemeRise;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.html.Parsed;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.key.PlaceKey;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RisenThemeLinesTest {

    private final ReadModel model = new ReadModel(Clock.fixed(Simulated.NOW, ZoneOffset.UTC), Simulated.STAFF);

    @BeforeEach
    void fill() {
        model.put(aThemeRise("H1", "food"));
        model.publish();
    }

    @Test
    void saysInBothLanguagesWhatMoreWriteAboutAndHowOftenChanceShowsThat() {
        // Given
        Snapshot snapshot = model.snapshot();

        // When
        Parsed lines = Parsed.of(RisenThemeLines.of(new PlaceKey("H1", null), snapshot));

        // Then
        assertThat(lines.texts("li"))
                .singleElement()
                .asString()
                .startsWith(
                        "About 31% of comments from 2 February 2026 to 1 March 2026 are about 'Food & drink provision"
                                + " & facilities'; usual was about 12%.");
        assertThat(lines.text()).contains("a hospital is held to one such rise a year; in simulation 0 to 1.1");
    }

    @Test
    void saysNothingOfAWardNorOfAHospitalWithoutOne() {
        // Given
        Snapshot snapshot = model.snapshot();

        // When
        Parsed ward = Parsed.of(RisenThemeLines.of(new PlaceKey("H1", "W1"), snapshot));
        Parsed other = Parsed.of(RisenThemeLines.of(new PlaceKey("H2", null), snapshot));

        // Then
        assertThat(ward.text()).isEmpty();
        assertThat(other.text()).isEmpty();
    }
}
