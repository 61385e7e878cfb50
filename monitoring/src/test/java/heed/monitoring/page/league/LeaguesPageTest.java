package heed.monitoring.page.league;

import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.LeagueFixture.aStanding;
import static heed.monitoring.page.league.ComparePages.NEGATIVE;
import static heed.monitoring.page.league.ComparePages.POSITIVE;
import static heed.monitoring.page.league.ComparePages.outliers;
import static org.assertj.core.api.Assertions.assertThat;

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
        String page = pages.index();

        // Then
        assertThat(page)
                .containsSubsequence(
                        "Experience of care</h2>",
                        "/league/experience-1/overall?month=2026-03",
                        "Treated with dignity</a>",
                        "February 2026",
                        "Friends and Family Test</h2>",
                        "Rated very good or good</a>",
                        "Rated poor or very poor</a>");
    }

    @Test
    void saysThatNothingIsComparedYet() {
        assertThat(pages.index()).contains("Nothing can be compared yet.");
    }
}
