package heed.monitoring.page.league;

import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.LeagueFixture.aStanding;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.page.league.ComparePages.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.html.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds all pages that compare hospitals to the same laws. */
class ComparePagesTest {

    private final ComparePages pages = new ComparePages();

    @Test
    void escapesNamesEverywhere() {
        // Given
        aLeague(POSITIVE, "2026-03")
                .row("H1", 950, 1000)
                .row("H2", 500, 1000)
                .tau2(0)
                .into(pages.model);
        aLeague("q-1.<i>x", "2026-03").row("H1", 950, 1000).into(pages.model);
        pages.model.put(aStanding("experience-1", "2026-03", "H1", 1, 1));
        pages.model.put(aDay("2026-03-01").positive(18, 20));

        // When
        List<Parsed> all = List.of(
                pages.league(POSITIVE), pages.league("q-1.<i>x"), pages.index(), pages.overall(), pages.hospital("H1"));

        // Then
        assertThat(all).allSatisfy(page -> {
            assertThat(page.count("i")).isZero();
            assertThat(page.text()).containsAnyOf("Saint <i>Co", "<i>x");
        });
    }
}
