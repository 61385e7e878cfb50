package heed.monitoring.page.hospital;

import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.page.league.ComparePages.POSITIVE;
import static heed.monitoring.page.league.ComparePages.outliers;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.html.Parsed;
import heed.monitoring.page.league.ComparePages;
import org.junit.jupiter.api.Test;

class HospitalRanksTest {

    private final ComparePages pages = new ComparePages();

    @Test
    void givesAHospitalItsPlaceWhereItHasOne() {
        // Given
        pages.model.put(aDay("2026-03-01").at("LOW").positive(18, 20));
        pages.model.put(aDay("2026-03-01").at("NEW").positive(18, 20));
        outliers(POSITIVE).into(pages.model);

        // When
        Parsed ranked = pages.hospital("LOW");
        Parsed unranked = pages.hospital("NEW");

        // Then
        assertThat(ranked.texts(".places li"))
                .containsExactly("Rated very good or good, March 2026: ranked 12 of 12, 95% interval 12 to 12"
                        + " ▼ Lower than expected: worse");
        assertThat(ranked.links("Rated very good or good, March 2026"))
                .containsExactly("/league/fft-2020.positive?month=2026-03");
        assertThat(unranked.count(".places")).isZero();
    }
}
