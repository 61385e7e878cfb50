package heed.monitoring.page.hospital;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.page.league.ComparePages.POSITIVE;
import static heed.monitoring.page.league.ComparePages.outliers;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.html.Parsed;
import heed.monitoring.page.league.ComparePages;
import java.time.Instant;
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

    @Test
    void saysHowAFallAndAPlaceThatDoesNotShowItGoTogether() {
        // Given
        pages.model.put(aDay("2026-03-05").at("H1").positive(18, 20));
        outliers(POSITIVE).into(pages.model);

        // When
        Parsed before = pages.hospitalWith(aDrop().at("H1").open());
        Parsed within = pages.hospitalWith(aDrop().at("H1")
                .between(Instant.parse("2026-03-02T09:00:00Z"), Instant.parse("2026-03-04T10:41:00Z"))
                .open());
        Parsed after = pages.hospitalWith(aDrop().at("H1")
                .between(Instant.parse("2026-04-02T09:00:00Z"), Instant.parse("2026-04-04T10:41:00Z"))
                .open());

        // Then
        assertThat(before.one(".places li").text())
                .endsWith(
                        "As expected That is against other hospitals; the fall that is flagged since about 20 February"
                                + " 2026 is against its own usual score.");
        assertThat(within.one(".places li").text())
                .endsWith("That month holds days from before the fall that is flagged since about 2 March 2026.");
        assertThat(after.one(".places li").text())
                .endsWith("That month was over before the fall that is flagged since about 2 April 2026.");
    }

    @Test
    void needsNoWordWhereThePlaceShowsTheFall() {
        // Given
        pages.model.put(aDay("2026-03-05").at("LOW").positive(18, 20));
        outliers(POSITIVE).into(pages.model);

        // When
        Parsed page = pages.hospitalWith(aDrop().at("LOW").open());

        // Then
        assertThat(page.one(".places li").text()).endsWith("Lower than expected: worse");
    }
}
