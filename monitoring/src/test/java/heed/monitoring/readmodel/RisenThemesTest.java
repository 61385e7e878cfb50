package heed.monitoring.readmodel;

import static heed.monitoring.ThemeFixture.aThemeRise;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.schemas.ThemeRise;
import heed.schemas.ThemeRiseState;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.key.PlaceKey;
import heed.schemas.record.RecordCopy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RisenThemesTest {

    private final ReadModel model = new ReadModel(Clock.fixed(Simulated.NOW, ZoneOffset.UTC), Simulated.STAFF);

    @Test
    void aHospitalsOpenRisesAreToldAndWhatWasCountedInSmallerStepsIsNot() {
        // Given
        ThemeRise food = aThemeRise("H1", "food");
        ThemeRise ended = RecordCopy.of(aThemeRise("H1", "timeliness"), ThemeRise.newBuilder())
                .setState(ThemeRiseState.ENDED)
                .build();
        ThemeRise inSmallSteps = RecordCopy.of(aThemeRise("H1", "transport"), ThemeRise.newBuilder())
                .setMinimum(9)
                .build();
        List.of(food, ended, inSmallSteps, aThemeRise("H2", "food")).forEach(model::put);

        // When
        model.publish();
        RisenThemes rises = model.snapshot().part(RisenThemes.class);

        // Then
        assertThat(rises.open("H1")).containsExactly(food);
        assertThat(rises.all()).hasSize(3).doesNotContain(inSmallSteps);
    }

    @Test
    void whoSeesTheWholeHospitalIsToldAndWhoSeesAWardOfItOrAnotherIsNot() {
        // Given
        model.put(aThemeRise("H1", "food"));
        model.publish();

        // When
        List<ThemeRise> ofHospital = seen(Rights.of(Role.ANALYST, Scope.of("H1")));
        List<ThemeRise> ofWard = seen(Rights.of(Role.WARD, Scope.of(Set.of(new PlaceKey("H1", "W1")))));
        List<ThemeRise> ofAnother = seen(Rights.of(Role.ANALYST, Scope.of("H2")));

        // Then
        assertThat(ofHospital).hasSize(1);
        assertThat(ofWard).isEmpty();
        assertThat(ofAnother).isEmpty();
    }

    private List<ThemeRise> seen(Rights rights) {
        return model.seenBy(Viewer.of(rights))
                .snapshot()
                .part(RisenThemes.class)
                .all();
    }
}
