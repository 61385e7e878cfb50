package heed.monitoring.page.league;

import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.page.league.ComparePages.NEGATIVE;
import static heed.monitoring.page.league.ComparePages.POSITIVE;
import static heed.monitoring.page.league.ComparePages.outliers;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.LeagueFixture;
import heed.monitoring.html.Parsed;
import heed.schemas.LeagueRow;
import heed.schemas.record.RecordCopy;
import org.junit.jupiter.api.Test;

class LeaguePageTest {

    private final ComparePages pages = new ComparePages();

    @Test
    void showsEveryFigureOfARowAndTheNationalRow() {
        // Given
        aLeague(POSITIVE, "2026-03").row("A", 95, 100).row("B", 85, 100).into(pages.model);

        // When
        Parsed page = pages.league(POSITIVE);

        // Then
        assertThat(page.texts("h1")).containsExactly("How hospitals compare: Rated very good or good");
        assertThat(page.row("A"))
                .containsExactly(
                        "1",
                        "1 to 2",
                        "95.0%",
                        "89% to 98%",
                        "89% to 98%",
                        "83% to 97%",
                        "100",
                        "100",
                        "○ Not rated: fewer than 10 compared");
        assertThat(page.row("All hospitals compared"))
                .containsExactly("-", "-", "90.0%", "85% to 93%", "-", "-", "200", "-", "-");
        assertThat(page.text())
                .contains("March 2026: 2 hospitals compared, 200 answers. 3 more have fewer than 21 answers and are not"
                        + " ranked.")
                .contains("As of 01:00:00 (1 Apr 2026).");
    }

    @Test
    void saysThatHigherIsBetterWhereHighIsGood() {
        // Given
        outliers(POSITIVE).into(pages.model);

        // When
        Parsed page = pages.league(POSITIVE);

        // Then
        assertThat(page.row("HIGH")).endsWith("▲ Higher than expected: better");
        assertThat(page.row("LOW")).endsWith("▼ Lower than expected: worse");
        assertThat(page.row("H2")).endsWith("● As expected");
        assertThat(page.texts("td .chip.green")).containsExactly("▲ Higher than expected: better");
        assertThat(page.texts("td .chip.red")).containsExactly("▼ Lower than expected: worse");
        assertThat(page.text()).doesNotContain("low score is the good one");
    }

    @Test
    void saysThatLowerIsBetterWhereLowIsGoodAndRanksItFirst() {
        // Given
        outliers(NEGATIVE).into(pages.model);

        // When
        Parsed page = pages.league(NEGATIVE);

        // Then
        assertThat(page.text()).contains("In this measure a low score is the good one: the lowest ranks first.");
        assertThat(page.row("LOW")).startsWith("1").endsWith("▲ Lower than expected: better");
        assertThat(page.row("HIGH")).startsWith("12").endsWith("▼ Higher than expected: worse");
        assertThat(page.texts("td .chip.green")).containsExactly("▲ Lower than expected: better");
        assertThat(page.texts("tbody th"))
                .startsWith("All hospitals compared", "LOW")
                .endsWith("HIGH");
    }

    @Test
    void tellsRatingsApartByShapeAndNotByColourAlone() {
        // Given
        outliers(POSITIVE).into(pages.model);

        // When
        Parsed page = pages.league(POSITIVE);

        // Then
        // One mark in the ranks and one in the funnel for each hospital
        assertThat(page.count("polygon.mark-of.better")).isEqualTo(2);
        assertThat(page.count("polygon.mark-of.worse")).isEqualTo(2);
        assertThat(page.count("circle.mark-of.expected")).isEqualTo(20);
        assertThat(page.count(".mark-of")).isEqualTo(24);
    }

    @Test
    void linksEachPointOfTheFunnelAndSaysWhatItIs() {
        // Given
        outliers(POSITIVE).into(pages.model);

        // When
        Parsed funnel = pages.league(POSITIVE).one("svg.funnel");

        // Then
        assertThat(funnel.count("a")).isEqualTo(12);
        assertThat(funnel.one("a[href=/hospitals/LOW]").attribute("aria-label"))
                .isEqualTo("LOW: 78.0% of 1,000 answers, lower than expected: worse");
        assertThat(funnel.attribute("aria-label")).contains("2 of 12 hospitals lie outside the range expected");
    }

    @Test
    void namesThoseOutsideTheirRangeInTheFunnelAndDrawsThemAboveTheOthers() {
        // Given
        outliers(POSITIVE).into(pages.model);

        // When
        Parsed funnel = pages.league(POSITIVE).one("svg.funnel");

        // Then
        assertThat(funnel.texts("text.worse, text.better")).containsExactlyInAnyOrder("HIGH", "LOW");
        assertThat(funnel.attributes("a", "href").subList(10, 12))
                .containsExactlyInAnyOrder("/hospitals/HIGH", "/hospitals/LOW");
    }

    @Test
    void saysInWordsWhetherHospitalsDifferMoreThanByChance() {
        // Given
        aLeague(POSITIVE, "2026-03").tau2(0).row("A", 95, 100).into(pages.model);
        aLeague(NEGATIVE, "2026-03").tau2(0.000225).row("A", 5, 100).into(pages.model);

        // When // Then
        assertThat(pages.league(POSITIVE).text()).contains("Chance alone explains how far these hospitals differ.");
        assertThat(pages.league(NEGATIVE).text()).contains("widened by a spread of 1.5 points between hospitals.");
    }

    @Test
    void saysWhetherTheMonthIsFinalAndHowOftenItWasRestated() {
        // Given
        aLeague(POSITIVE, "2026-03").row("A", 95, 100).into(pages.model);
        aLeague(NEGATIVE, "2026-03").row("A", 5, 100).done().restated(23).into(pages.model);

        // When // Then
        assertThat(pages.league(POSITIVE).text())
                .contains("Still open Answers are still coming in")
                .doesNotContain("Corrections and withdrawals have changed it");
        assertThat(pages.league(NEGATIVE).text())
                .contains("Final Only a correction or a withdrawal changes it now.")
                .contains("Corrections and withdrawals have changed it at least 20 times.");
    }

    @Test
    void linksToOtherMonthsAndMarksThisOne() {
        // Given
        aLeague(POSITIVE, "2026-02").row("A", 95, 100).into(pages.model);
        aLeague(POSITIVE, "2026-03").row("A", 95, 100).into(pages.model);

        // When
        Parsed months = pages.league(POSITIVE).one("nav[aria-label=Month]");

        // Then
        assertThat(months.links("March 2026")).containsExactly("/league/fft-2020.positive?month=2026-03");
        assertThat(months.links("February 2026")).containsExactly("/league/fft-2020.positive?month=2026-02");
        assertThat(months.texts("[aria-current=page]")).containsExactly("March 2026");
    }

    @Test
    void comparesOneHospitalWithItself() {
        // Given
        aLeague(POSITIVE, "2026-03").belowMinimum(1).row("A", 100, 100).into(pages.model);

        // When
        Parsed page = pages.league(POSITIVE);

        // Then
        assertThat(page.row("A")).startsWith("1", "1 to 1", "100.0%");
        assertThat(page.text())
                .contains("1 hospital compared, 100 answers. 1 more has fewer than 21 answers and is not ranked.");
        assertThat(page.root().html()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void saysThatNobodyCanBeCompared() {
        // Given
        aLeague(POSITIVE, "2026-03").belowMinimum(0).into(pages.model);

        // When
        Parsed page = pages.league(POSITIVE);

        // Then
        assertThat(page.text())
                .contains("No hospital has enough answers to be compared.")
                .contains("None has fewer than 21 answers, so none is left out.");
        assertThat(page.count("svg")).isZero();
        assertThat(pages.index().row("Rated very good or good")).contains("-");
    }

    @Test
    void saysWhatAnswersOfOneDayCountAsAndWhichRangesKnowIt() {
        // Given
        aLeague(POSITIVE, "2026-03")
                .alike(0.02, 20.98)
                .row("A", 2_700, 3_000)
                .row("B", 2_600, 3_000)
                .into(pages.model);

        // When
        Parsed page = pages.league(POSITIVE);

        // Then
        assertThat(page.row("A").subList(3, 8))
                .containsExactly("89% to 91%", "84% to 94%", "82% to 95%", "3,000", "143");
        assertThat(page.text())
                .contains("Answers of one day are alike (correlation 0.020): one good or bad day moves many of them. So"
                        + " 6,000 answers count as 286. The range of the level, what is expected and where the rank could be"
                        + " allow for that; the range of these answers does not.");
    }

    @Test
    void saysWhereEachAnswerCountsInFull() {
        // Given
        aLeague(POSITIVE, "2026-03").row("A", 95, 100).into(pages.model);
        aLeague(NEGATIVE, "2026-03").alike(0, 1).row("A", 5, 100).into(pages.model);

        // When
        Parsed unknown = pages.league(POSITIVE);
        Parsed none = pages.league(NEGATIVE);

        // Then
        assertThat(unknown.text())
                .contains(
                        "Each answer counts in full: how alike the answers of one day are is not known, since the days"
                                + " are not, or there is only one.");
        assertThat(none.text())
                .contains(
                        "Each answer counts in full: answers of one day are no more alike than those of different days.");
    }

    @Test
    void drawsNothingOfRowsThatDoNotSayWhatTheirAnswersCountAs() {
        // Given
        LeagueFixture league = aLeague(POSITIVE, "2026-03").row("A", 95, 100).row("B", 85, 100);
        league.into(pages.model);
        league.rows().stream()
                .map(row -> RecordCopy.of(row, LeagueRow.newBuilder())
                        .setEffectiveN(0)
                        .build())
                .forEach(pages.model::put);
        pages.model.publish();

        // When
        Parsed page = pages.league(POSITIVE);

        // Then
        assertThat(page.texts("tbody tr:nth-child(2) td")).containsSubsequence("-", "100", "-");
        assertThat(page.text())
                .contains("Not drawn: how many answers each hospital's count as is not told.")
                .contains("how far is not told, because it would tell how many answers single days have")
                .doesNotContain("NaN");
    }

    @Test
    void ratesNobodyAmongFewerThanTen() {
        // Given
        LeagueFixture nine = aLeague(POSITIVE, "2026-03").tau2(0);
        LeagueFixture ten = aLeague(NEGATIVE, "2026-03").tau2(0);
        for (int i = 1; i <= 8; i++) {
            nine.row("H" + i, 900, 1_000);
            ten.row("H" + i, 10, 1_000);
        }
        nine.row("LOW", 500, 1_000).into(pages.model);
        ten.row("H9", 10, 1_000).row("LOW", 500, 1_000).into(pages.model);

        // When
        Parsed amongNine = pages.league(POSITIVE);
        Parsed amongTen = pages.league(NEGATIVE);

        // Then
        assertThat(amongNine.row("LOW")).endsWith("○ Not rated: fewer than 10 compared");
        assertThat(amongNine.one("svg.funnel").attribute("aria-label")).contains("0 of 9 hospitals lie outside");
        assertThat(amongTen.row("LOW")).endsWith("▼ Higher than expected: worse");
    }

    @Test
    void showsThatHospitalsWithEqualScoresShareARank() {
        // Given
        aLeague(POSITIVE, "2026-03")
                .row("C", 80, 100)
                .row("B", 90, 100)
                .row("A", 90, 100)
                .into(pages.model);

        // When
        Parsed page = pages.league(POSITIVE);

        // Then
        assertThat(page.row("A")).startsWith("=1");
        assertThat(page.row("B")).startsWith("=1");
        assertThat(page.row("C")).startsWith("3");
        assertThat(page.texts(".ranks li")).first().asString().contains("rank =1, shared by 2, could be 1 to 3");
    }
}
