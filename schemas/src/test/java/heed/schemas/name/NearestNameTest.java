package heed.schemas.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> NAMES = List.of("language", "channel", "unit");

    @Test
    void findsTheNameWithTheFewestLettersToChange() {
        // When // Then
        assertThat(NearestName.of("chanel", NAMES)).isEqualTo("channel");
        assertThat(NearestName.of("langue", NAMES)).isEqualTo("language");
    }

    @Test
    void findsNoneThatWasProbablyNotMeant() {
        // When // Then
        assertThat(NearestName.near("langage", NAMES)).contains("language");
        assertThat(NearestName.near("uint", NAMES)).isEmpty();
        assertThat(NearestName.near("unix", NAMES)).contains("unit");
    }

    @Test
    void comparesNoNameFromOutsideThatIsLongerThanAnyName() {
        // Given
        String forty = "a".repeat(40);

        // When // Then
        assertThat(NearestName.near(forty, List.of(forty))).contains(forty);
        assertThat(NearestName.near(forty + "a", List.of(forty))).isEmpty();
    }
}
