package heed.monitoring.page.league;

import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.page.league.ComparePages.NEGATIVE;
import static heed.monitoring.page.league.ComparePages.POSITIVE;
import static heed.monitoring.page.league.ComparePages.outliers;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeaguePageTest {

    private final ComparePages pages = new ComparePages();

    @Test
    void showsEveryFigureOfARowAndTheNationalRow() {
        // Given
        aLeague(POSITIVE, "2026-03").row("A", 95, 100).row("B", 85, 100).into(pages.model);

        // When
        String page = pages.league(POSITIVE);

        // Then
        assertThat(page)
                .contains("<h1>How hospitals compare: Rated very good or good</h1>")
                .contains("March 2026: 2 hospitals compared, 200 answers. 3 more have fewer than 21 answers and are not"
                        + " ranked.")
                .contains(
                        "<td class=\"n\"><b>1</b></td><td>1 to 2</td><th scope=\"row\"><a href=\"/hospitals/A\">A</a></th>"
                                + "<td class=\"n\"><b>95.0%</b></td><td>89% to 98%</td><td>83% to 97%</td>"
                                + "<td class=\"n\">100</td>")
                .contains("All hospitals compared</th><td class=\"n\"><b>90.0%</b></td><td>85% to 93%</td>")
                .contains("As of 14:32:07 (1 Mar 2026).");
    }

    @Test
    void saysThatHigherIsBetterWhereHighIsGood() {
        // Given
        outliers(POSITIVE).into(pages.model);

        // When
        String page = pages.league(POSITIVE);

        // Then
        assertThat(page)
                .containsSubsequence("HIGH</a></th>", "chip green", "Higher than expected: better")
                .containsSubsequence("LOW</a></th>", "chip red", "Lower than expected: worse")
                .contains("As expected")
                .doesNotContain("low score is the good one");
    }

    @Test
    void saysThatLowerIsBetterWhereLowIsGoodAndRanksItFirst() {
        // Given
        outliers(NEGATIVE).into(pages.model);

        // When
        String page = pages.league(NEGATIVE);

        // Then
        assertThat(page)
                .contains("In this measure a low score is the good one: the lowest ranks first.")
                .containsSubsequence("LOW</a></th>", "chip green", "Lower than expected: better")
                .containsSubsequence("HIGH</a></th>", "chip red", "Higher than expected: worse");
        assertThat(page.indexOf("LOW</a></th>")).isLessThan(page.indexOf("HIGH</a></th>"));
    }

    @Test
    void tellsRatingsApartByShapeAndNotByColourAlone() {
        // Given
        outliers(POSITIVE).into(pages.model);

        // When
        String page = pages.league(POSITIVE);

        // Then one mark in the ranks and one in the funnel for each hospital
        assertThat(page.split("<polygon class=\"mark-of better\"", -1)).hasSize(3);
        assertThat(page.split("<polygon class=\"mark-of worse\"", -1)).hasSize(3);
        assertThat(page.split("<circle class=\"mark-of expected\"", -1)).hasSize(21);
    }

    @Test
    void linksEachPointOfTheFunnelAndSaysWhatItIs() {
        // Given
        outliers(POSITIVE).into(pages.model);

        // When
        String page = pages.league(POSITIVE);

        // Then
        assertThat(page)
                .contains(
                        "<a href=\"/hospitals/LOW\" tabindex=\"-1\" aria-label=\"LOW: 78.0% of 1,000 answers, lower than"
                                + " expected: worse\">")
                .contains("2 of 12 hospitals lie outside the range expected");
    }

    @Test
    void saysInWordsWhetherHospitalsDifferMoreThanByChance() {
        // Given
        aLeague(POSITIVE, "2026-03").tau2(0).row("A", 95, 100).into(pages.model);
        aLeague(NEGATIVE, "2026-03").tau2(0.000225).row("A", 5, 100).into(pages.model);

        // Then
        assertThat(pages.league(POSITIVE)).contains("Chance alone explains how far these hospitals differ.");
        assertThat(pages.league(NEGATIVE)).contains("widened by a spread of 1.5 points between hospitals.");
    }

    @Test
    void saysWhetherTheMonthIsFinalAndHowOftenItWasRestated() {
        // Given
        aLeague(POSITIVE, "2026-03").row("A", 95, 100).into(pages.model);
        aLeague(NEGATIVE, "2026-03").row("A", 5, 100).done().restated(3).into(pages.model);

        // Then
        assertThat(pages.league(POSITIVE))
                .contains("Still open</span> Answers are still coming in")
                .doesNotContain("Corrections and withdrawals have changed it");
        assertThat(pages.league(NEGATIVE))
                .contains("Final</span> Only a correction or a withdrawal changes it now.")
                .contains("Corrections and withdrawals have changed it 3 times.");
    }

    @Test
    void linksToOtherMonthsAndMarksThisOne() {
        // Given
        aLeague(POSITIVE, "2026-02").row("A", 95, 100).into(pages.model);
        aLeague(POSITIVE, "2026-03").row("A", 95, 100).into(pages.model);

        // When
        String page = pages.league(POSITIVE);

        // Then
        assertThat(page)
                .contains("<a href=\"/league/fft-2020.positive?month=2026-03\" aria-current=\"page\">March 2026</a>")
                .contains("<a href=\"/league/fft-2020.positive?month=2026-02\">February 2026</a>");
    }

    @Test
    void comparesOneHospitalWithItself() {
        // Given
        aLeague(POSITIVE, "2026-03").belowMinimum(1).row("A", 100, 100).into(pages.model);

        // When
        String page = pages.league(POSITIVE);

        // Then
        assertThat(page)
                .contains("1 hospital compared, 100 answers. 1 more has fewer than 21 answers and is not ranked.")
                .contains("<b>100.0%</b>")
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
    }

    @Test
    void saysThatNobodyCanBeCompared() {
        // Given
        aLeague(POSITIVE, "2026-03").belowMinimum(0).into(pages.model);

        // When
        String page = pages.league(POSITIVE);

        // Then
        assertThat(page)
                .contains("No hospital has enough answers to be compared.")
                .contains("None has fewer than 21 answers, so none is left out.")
                .doesNotContain("<svg");
        assertThat(pages.index()).contains("<td class=\"n\">-</td>");
    }

    @Test
    void ordersTiesByCode() {
        // Given
        aLeague(POSITIVE, "2026-03").row("B", 90, 100).row("A", 90, 100).into(pages.model);

        // When
        String page = pages.league(POSITIVE);

        // Then
        assertThat(page.indexOf("/hospitals/A")).isLessThan(page.indexOf("/hospitals/B"));
    }
}
