package heed.monitoring.page.league;

import static heed.monitoring.LeagueFixture.aStanding;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.html.Parsed;
import org.junit.jupiter.api.Test;

class OverallPageTest {

    private final ComparePages pages = new ComparePages();

    @Test
    void ranksOverAllMeasuresWithPointsAndTheirParts() {
        // Given
        pages.model.put(aStanding("experience-1", "2026-03", "A", 1, 2));
        pages.model.put(aStanding("experience-1", "2026-03", "B", 2, 2));

        // When
        Parsed page = pages.overall();

        // Then
        assertThat(page.texts("h1")).containsExactly("How hospitals compare over all measures: Experience of care");
        assertThat(page.row("A")).containsExactly("1", "1 to 2", "+2", "3", "1", "5");
        assertThat(page.one(".warning").text()).contains("Somebody is always first, and somebody is always last.");
    }

    @Test
    void showsThatHospitalsWithEqualPointsShareARank() {
        // Given
        pages.model.put(aStanding("experience-1", "2026-03", "A", 1, 2, 3));
        pages.model.put(aStanding("experience-1", "2026-03", "B", 1, 2, 3));
        pages.model.put(aStanding("experience-1", "2026-03", "C", 3, 1, 3));

        // When
        Parsed page = pages.overall();

        // Then
        assertThat(page.row("A")).startsWith("=1");
        assertThat(page.row("B")).startsWith("=1");
        assertThat(page.row("C")).startsWith("3");
        assertThat(page.text()).contains("Hospitals with equal points share a rank, such as =8.");
    }
}
