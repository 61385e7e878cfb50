package heed.monitoring.page.league;

import static heed.monitoring.LeagueFixture.aStanding;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverallPageTest {

    private final ComparePages pages = new ComparePages();

    @Test
    void ranksOverAllMeasuresWithPointsAndTheirParts() {
        // Given
        pages.model.put(aStanding("experience-1", "2026-03", "A", 1, 2));
        pages.model.put(aStanding("experience-1", "2026-03", "B", 2, 2));

        // When
        String page = pages.overall();

        // Then
        assertThat(page)
                .contains("<h1>How hospitals compare over all measures: Experience of care</h1>")
                .contains("<td class=\"n\"><b>+2</b></td><td class=\"n\">3</td><td class=\"n\">1</td>"
                        + "<td class=\"n\">5</td>")
                .contains("Somebody is always first, and somebody is always last.");
    }
}
