package heed.monitoring.page.league;

import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.LeagueFixture.aStanding;
import static heed.monitoring.page.league.ComparePages.NEGATIVE;
import static heed.monitoring.page.league.ComparePages.POSITIVE;
import static heed.monitoring.page.league.ComparePages.outliers;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.html.Parsed;
import org.junit.jupiter.api.Test;

class LeaguesPageTest {

    private final ComparePages pages = new ComparePages();

    @Test
    void listsMeasuresByQuestionnaireWithTheirNewestMonth() {
        // Given
        outliers(NEGATIVE).into(pages.model);
        outliers(POSITIVE).into(pages.model);
        pages.model.put(aStanding("experience-1", "2026-03", "H1", 1, 1));
        aLeague("experience-1.dignity", "2026-02").row("A", 95, 100).into(pages.model);

        // When
        Parsed page = pages.index();

        // Then
        assertThat(page.texts("h2")).containsExactly("Experience of care", "Friends and Family Test");
        assertThat(page.links("Ranks over all measures")).containsExactly("/league/experience-1/overall?month=2026-03");
        assertThat(page.texts("tbody th"))
                .containsExactly("Treated with dignity", "Rated very good or good", "Rated poor or very poor");
        assertThat(page.row("Treated with dignity")).startsWith("February 2026 Still open");
    }

    @Test
    void saysThatNothingIsComparedYet() {
        // When // Then
        assertThat(pages.index().text())
                .contains(
                        "Nothing can be compared yet. Hospitals are compared once a month is over in which they have enough"
                                + " answers; for a reader who does not see all of them, once it is closed and no new answer counts"
                                + " in it.");
    }
}
