package heed.monitoring.page.spc;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.ScoreFixture.aWeek;
import static heed.monitoring.page.spc.SpcPages.ALL;
import static heed.monitoring.page.spc.SpcPages.LONDON;
import static heed.monitoring.page.spc.SpcPages.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.html.Parsed;
import heed.monitoring.view.spc.SpcQuery;
import heed.schemas.Window;
import heed.schemas.key.ScoreKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.topic.Topics;
import org.junit.jupiter.api.Test;

class SpcPageTest {

    private final SpcPages pages = new SpcPages();

    @Test
    void knowsNothingOfAWeekWithTooFewAnswers() {
        // Given
        pages.calmWeeks(20);
        pages.model.put(aWeek(MONDAY.minusWeeks(7)).positive(9, 9));
        Parsed one = pages.page();

        // When
        pages.model.put(aWeek(MONDAY.minusWeeks(7)).positive(0, 3));

        // Then
        assertThat(pages.page().root().html()).isEqualTo(one.root().html());
        assertThat(pages.page().row("12 Jan to 18 Jan 2026")).containsExactly("Too few to show (fewer than 10)");
        assertThat(pages.page().one("svg.spc").attribute("aria-label")).contains("19 weeks. ");
    }

    @Test
    void leavesOutTheWeekThatIsNotOverAndShowsOneWithoutResponses() {
        // Given
        pages.calmWeeks(20);
        pages.model.put(aWeek(MONDAY).positive(10, 100));
        pages.model.put(aMonth("2025-12").positive(90, 100));
        pages.model.remove(
                Topics.SCORES,
                new ScoreKey(
                                new SeriesKey("H1", null, "fft-2020.positive"),
                                Window.WEEK,
                                MONDAY.minusWeeks(5).atStartOfDay(LONDON).toInstant())
                        .text());

        // When
        Parsed page = pages.page();

        // Then
        assertThat(page.one("svg.spc").attribute("aria-label")).contains("19 weeks. ");
        assertThat(page.row("26 Jan to 1 Feb 2026")).containsExactly("No responses");
        assertThat(page.text()).doesNotContain("2 Mar to 8 Mar");
    }

    @Test
    void showsMonthsWhereWeeksAreTooThin() {
        // Given
        for (int back = 20; back >= 1; back--) {
            pages.model.put(aWeek(MONDAY.minusWeeks(back)).positive(9, back % 3 == 0 ? 9 : 10));
        }
        pages.model.put(aMonth("2026-01").positive(40, 50));
        pages.model.put(aMonth("2026-02").positive(45, 50));
        pages.model.put(aDay(MONDAY).positive(90, 100));

        // When
        Parsed thin = pages.page();
        Parsed asked = pages.page(new SpcQuery(null, null, "week", null), Questionnaires.shipped());

        // Then
        assertThat(thin.row("February 2026")).startsWith("90%", "50");
        assertThat(thin.text()).contains("Too few months for limits");
        assertThat(asked.texts(".spc-icon")).contains("Common cause: no more change than chance makes");
        assertThat(asked.texts("th")).doesNotContain("February 2026");
    }

    @Test
    void showsMonthsWhereNoWeekIsLeftAndWeeksWhereNoMonthCanBeDrawn() {
        // Given
        pages.model.put(aMonth("2026-01").at("MONTHS").positive(40, 50));
        pages.model.put(aDay(MONDAY).at("MONTHS").positive(90, 100));
        pages.model.put(aWeek(MONDAY.minusWeeks(2)).at("WEEKS").positive(9, 9));
        pages.model.put(aWeek(MONDAY.minusWeeks(1)).at("WEEKS").positive(45, 50));
        pages.model.put(aMonth("2026-02").at("WEEKS").positive(9, 9));

        // When
        Parsed months = pages.page("MONTHS", ALL, Questionnaires.shipped());
        Parsed weeks = pages.page("WEEKS", ALL, Questionnaires.shipped());

        // Then
        assertThat(months.row("January 2026")).startsWith("80%", "50");
        assertThat(weeks.row("23 Feb to 1 Mar 2026")).startsWith("90%", "50");
    }

    @Test
    void drawsAUnitByItselfAndKeepsToItInEveryLink() {
        // Given
        pages.calmWeeks(20);
        for (int back = 20; back >= 1; back--) {
            pages.model.put(aWeek(MONDAY.minusWeeks(back)).unit("WARD-1").positive(69 + back % 2 * 2, 100));
        }
        pages.model.put(aWeek(MONDAY.minusWeeks(1)).unit("WARD-2").positive(90, 100));
        pages.model.put(aDrop().with(drop -> drop.setUnit("WARD-2")).open());

        // When
        Parsed page = pages.page(new SpcQuery("WARD-1", null, null, "screened"), Questionnaires.shipped());

        // Then
        String here = "/hospitals/H1/spc?measure=fft-2020.positive";
        assertThat(page.texts("h1")).containsExactly("Rated very good or good at Saint <b>, WARD-1");
        assertThat(page.texts("svg.spc text")).contains("mean 70%");
        assertThat(page.text())
                .contains("an XmR chart of the scores of WARD-1 alone", "The watch has no open drop here.");
        assertThat(page.attributes(".crumbs a", "href"))
                .containsExactly(
                        "/",
                        "/hospitals/H1?measure=fft-2020.positive",
                        "/hospitals/H1/wards/WARD-1?measure=fft-2020.positive");
        assertThat(page.attributes("nav[aria-label=Unit] a", "href"))
                .containsExactly(
                        here + "&limits=screened",
                        here + "&unit=WARD-1&limits=screened",
                        here + "&unit=WARD-2&limits=screened");
        assertThat(page.texts("nav[aria-label=Unit] [aria-current=page]")).containsExactly("WARD-1");
        assertThat(page.links("Months")).containsExactly(here + "&unit=WARD-1&per=month&limits=screened");
        assertThat(page.links("Of all changes")).containsExactly(here + "&unit=WARD-1");
        assertThat(page.links("These figures as CSV"))
                .containsExactly("/api/v1" + here + "&unit=WARD-1&per=week&limits=screened&format=csv");
    }

    @Test
    void showsAUnitsOwnMeasureWhereItIsNotAskedTheHospitals() {
        // Given
        pages.calmWeeks(1);
        pages.model.put(aWeek(MONDAY.minusWeeks(1))
                .unit("MAT")
                .measure("fft-2020.negative")
                .positive(5, 100));

        // When
        Parsed page = pages.page(new SpcQuery("MAT", null, null, null), Questionnaires.shipped());

        // Then
        assertThat(page.texts("h1")).containsExactly("Rated poor or very poor at Saint <b>, MAT");
        assertThat(page.row("23 Feb to 1 Mar 2026")).startsWith("5%");
        assertThat(page.text()).doesNotContain("Rated very good or good");
    }

    @Test
    void saysSoWhereNothingMayBeShown() {
        // Given
        pages.model.put(aWeek(MONDAY.minusWeeks(1)).positive(9, 9));
        pages.model.put(aDay(MONDAY).positive(9, 9));

        // When
        Parsed page = pages.page();

        // Then
        assertThat(page.text()).contains("No week that is over has enough answers to show.");
        assertThat(page.count("svg, table")).isZero();
    }

    @Test
    void takesAMeasureThatNobodyKnowsForText() {
        // Given
        pages.calmWeeks(1);

        // When
        Parsed page = pages.page(new SpcQuery(null, "<i>", "<i>", "<i>"), Questionnaires.shipped());

        // Then
        assertThat(page.texts("h1")).containsExactly("<i> at Saint <b>");
        assertThat(page.text()).contains("No week that is over");
        assertThat(page.count("i")).isZero();
    }
}
