package heed.monitoring.page;

import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.LeagueFixture.aStanding;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.LeagueFixture;
import heed.monitoring.Simulated;
import heed.monitoring.readmodel.Disclosure;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.Audience;
import heed.schemas.figures.Minimums;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaguePagesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String POSITIVE = "fft-2020.positive";
    private static final String NEGATIVE = "fft-2020.negative";

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final Names names = new Names(
            HospitalDirectory.of(List.of(new Hospital("H1", "Saint <b>Co</b>", LONDON)), LONDON),
            Questionnaires.shipped());

    private Leagues leagues() {
        model.publish();
        return model.snapshot().leagues();
    }

    private String page(String measure) {
        return new LeaguePage(names)
                .write(leagues().newest(measure).orElseThrow(), leagues())
                .body()
                .toString();
    }

    private String index() {
        return new LeaguesPage(names).write(leagues()).body().toString();
    }

    private String overall() {
        var months = leagues().questionnaires().get("experience-1");
        return new OverallPage(names)
                .write(Leagues.newest(months).orElseThrow(), leagues())
                .body()
                .toString();
    }

    /** Ten hospitals around 90%, one far above and one far below. */
    private static LeagueFixture outliers(String measure) {
        LeagueFixture league =
                aLeague(measure, "2026-03").tau2(0).row("HIGH", 990, 1000).row("LOW", 780, 1000);
        for (int at = 1; at <= 10; at++) {
            league.row("H" + at, 895 + at, 1000);
        }
        return league;
    }

    @Test
    void showsEveryFigureOfARowAndTheNationalRow() {
        // Given
        aLeague(POSITIVE, "2026-03").row("A", 95, 100).row("B", 85, 100).into(model);

        // When
        String page = page(POSITIVE);

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
        outliers(POSITIVE).into(model);

        // When
        String page = page(POSITIVE);

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
        outliers(NEGATIVE).into(model);

        // When
        String page = page(NEGATIVE);

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
        outliers(POSITIVE).into(model);

        // When
        String page = page(POSITIVE);

        // Then one mark in the ranks and one in the funnel for each hospital
        assertThat(page.split("<polygon class=\"mark-of better\"", -1)).hasSize(3);
        assertThat(page.split("<polygon class=\"mark-of worse\"", -1)).hasSize(3);
        assertThat(page.split("<circle class=\"mark-of expected\"", -1)).hasSize(21);
    }

    @Test
    void linksEachPointOfTheFunnelAndSaysWhatItIs() {
        // Given
        outliers(POSITIVE).into(model);

        // When
        String page = page(POSITIVE);

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
        aLeague(POSITIVE, "2026-03").tau2(0).row("A", 95, 100).into(model);
        aLeague(NEGATIVE, "2026-03").tau2(0.000225).row("A", 5, 100).into(model);

        // Then
        assertThat(page(POSITIVE)).contains("Chance alone explains how far these hospitals differ.");
        assertThat(page(NEGATIVE)).contains("widened by a spread of 1.5 points between hospitals.");
    }

    @Test
    void saysWhetherTheMonthIsFinalAndHowOftenItWasRestated() {
        // Given
        aLeague(POSITIVE, "2026-03").row("A", 95, 100).into(model);
        aLeague(NEGATIVE, "2026-03").row("A", 5, 100).done().restated(3).into(model);

        // Then
        assertThat(page(POSITIVE))
                .contains("Still open</span> Answers are still coming in")
                .doesNotContain("Corrections and withdrawals have changed it");
        assertThat(page(NEGATIVE))
                .contains("Final</span> Only a correction or a withdrawal changes it now.")
                .contains("Corrections and withdrawals have changed it 3 times.");
    }

    @Test
    void linksToOtherMonthsAndMarksThisOne() {
        // Given
        aLeague(POSITIVE, "2026-02").row("A", 95, 100).into(model);
        aLeague(POSITIVE, "2026-03").row("A", 95, 100).into(model);

        // When
        String page = page(POSITIVE);

        // Then
        assertThat(page)
                .contains("<a href=\"/league/fft-2020.positive?month=2026-03\" aria-current=\"page\">March 2026</a>")
                .contains("<a href=\"/league/fft-2020.positive?month=2026-02\">February 2026</a>");
    }

    @Test
    void comparesOneHospitalWithItself() {
        // Given
        aLeague(POSITIVE, "2026-03").belowMinimum(1).row("A", 100, 100).into(model);

        // When
        String page = page(POSITIVE);

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
        aLeague(POSITIVE, "2026-03").belowMinimum(0).into(model);

        // When
        String page = page(POSITIVE);

        // Then
        assertThat(page)
                .contains("No hospital has enough answers to be compared.")
                .contains("None has fewer than 21 answers, so none is left out.")
                .doesNotContain("<svg");
        assertThat(index()).contains("<td class=\"n\">-</td>");
    }

    @Test
    void ordersTiesByCode() {
        // Given
        aLeague(POSITIVE, "2026-03").row("B", 90, 100).row("A", 90, 100).into(model);

        // When
        String page = page(POSITIVE);

        // Then
        assertThat(page.indexOf("/hospitals/A")).isLessThan(page.indexOf("/hospitals/B"));
    }

    @Test
    void escapesNamesEverywhere() {
        // Given
        aLeague(POSITIVE, "2026-03")
                .row("H1", 950, 1000)
                .row("H2", 500, 1000)
                .tau2(0)
                .into(model);
        aLeague("q-1.<i>x</i>", "2026-03").row("H1", 950, 1000).into(model);
        model.put(aStanding("experience-1", "2026-03", "H1", 1, 1));
        model.put(aDay("2026-03-01").positive(18, 20));

        // When
        String all = page(POSITIVE) + page("q-1.<i>x</i>") + index() + overall() + hospital("H1");

        // Then
        assertThat(all)
                .contains("Saint &lt;b&gt;Co&lt;/b&gt;")
                .doesNotContain("<b>Co")
                .doesNotContain("<i>x");
    }

    private String hospital(String code) {
        model.publish();
        var figures = model.snapshot().hospitals().get(code);
        return new HospitalPage(names)
                .write(figures, model.snapshot(), new HospitalPage.Query(null, null))
                .body()
                .toString();
    }

    @Test
    void givesAHospitalItsPlaceWhereItHasOne() {
        // Given
        model.put(aDay("2026-03-01").at("LOW").positive(18, 20));
        model.put(aDay("2026-03-01").at("NEW").positive(18, 20));
        outliers(POSITIVE).into(model);

        // When
        String ranked = hospital("LOW");
        String unranked = hospital("NEW");

        // Then
        assertThat(ranked)
                .contains("<a href=\"/league/fft-2020.positive?month=2026-03\">Rated very good or good, March 2026</a>:"
                        + " ranked 12 of 12, 95% interval 12 to 12 ");
        assertThat(unranked).doesNotContain("Compared with other hospitals");
    }

    @Test
    void listsMeasuresByQuestionnaireWithTheirNewestMonth() {
        // Given
        outliers(NEGATIVE).into(model);
        outliers(POSITIVE).into(model);
        model.put(aStanding("experience-1", "2026-03", "H1", 1, 1));
        aLeague("experience-1.dignity", "2026-02").row("A", 95, 100).into(model);

        // When
        String page = index();

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
        assertThat(index()).contains("Nothing can be compared yet.");
    }

    @Test
    void ranksOverAllMeasuresWithPointsAndTheirParts() {
        // Given
        model.put(aStanding("experience-1", "2026-03", "A", 1, 2));
        model.put(aStanding("experience-1", "2026-03", "B", 2, 2));

        // When
        String page = overall();

        // Then
        assertThat(page)
                .contains("<h1>How hospitals compare over all measures: Experience of care</h1>")
                .contains("<td class=\"n\"><b>+2</b></td><td class=\"n\">3</td><td class=\"n\">1</td>"
                        + "<td class=\"n\">5</td>")
                .contains("Somebody is always first, and somebody is always last.");
    }

    @Test
    void saysAtTheFootWhoIsShownWhat() {
        // Given
        var status = new LiveStatus(LiveStatus.Kind.LIVE, "Live", "");
        var content = new Layout.Content(Layout.Section.COMPARE, "x", Html.NOTHING);
        Disclosure everybody = Disclosure.to(Audience.PUBLISHED, new Minimums(10, 21));

        // When
        String staff = new Layout(names, "", Simulated.STAFF).page(content, model.snapshot(), status);
        String all = new Layout(names, "", everybody).page(content, model.snapshot(), status);

        // Then
        assertThat(staff).contains("For staff: scores on fewer than 10 answers are not shown.");
        assertThat(all)
                .contains("For everybody: scores on fewer than 21 answers are not shown, nor are wards and services.");
    }
}
