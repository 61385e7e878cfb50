package heed.monitoring.page.spc;

import static heed.monitoring.ActionFixture.aNote;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.ScoreFixture.aWeek;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.html.Parsed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which points of an SPC chart a reader chooses to see, and what staff noted on them. */
class SpcRangeTest {

    private static final String ADDRESS = "/hospitals/H1/spc?measure=fft-2020.positive";

    private final SpcPages pages = new SpcPages();

    @BeforeEach
    void fill() {
        pages.calmWeeks(40);
        pages.model.put(aWeek(SpcPages.MONDAY.minusWeeks(30)).positive(60, 100));
    }

    @Test
    void drawsTheWeeksThatAReaderChoosesWithTheLimitsOfAll() {
        // When
        Parsed all = pages.asked(ADDRESS);
        Parsed some = pages.asked(ADDRESS + "&from=2025-12-08&to=2026-01-04");

        // Then
        assertThat(some.texts("#spc-table tbody th"))
                .containsExactly(
                        "29 Dec to 4 Jan 2026",
                        "22 Dec to 28 Dec 2025",
                        "15 Dec to 21 Dec 2025",
                        "8 Dec to 14 Dec 2025");
        assertThat(some.count("svg.spc circle")).isEqualTo(4);
        assertThat(some.row("8 Dec to 14 Dec 2025")).isEqualTo(all.row("8 Dec to 14 Dec 2025"));
        assertThat(some.texts("svg.spc text.quiet")).contains("mean 89%", "lower 80%");
        assertThat(some.texts(".lead, .spc-icon")).isEqualTo(all.texts(".lead, .spc-icon"));
        assertThat(some.text())
                .contains("Drawn: 8 Dec 2025 to 4 Jan 2026. Limits, and what is said above, are those of all weeks,"
                        + " whichever are drawn.");
        assertThat(all.text()).doesNotContain("Drawn:");
        assertThat(some.attributes("svg.spc[role=img]", "aria-label"))
                .singleElement()
                .asString()
                .contains(", 4 weeks. ");
    }

    @Test
    void leavesOutAWeekThatEndsAfterTheLastDay() {
        // When
        Parsed some = pages.asked(ADDRESS + "&from=2025-12-15&to=2026-01-03");

        // Then
        assertThat(some.texts("#spc-table tbody th")).containsExactly("22 Dec to 28 Dec 2025", "15 Dec to 21 Dec 2025");
    }

    @Test
    void leadsToSoManyOfTheNewestAndKeepsToTheRangeInEveryLink() {
        // When
        Parsed weeks = pages.asked(ADDRESS + "&from=2025-12-08");
        Parsed months = pages.asked(ADDRESS + "&per=month");

        // Then
        assertThat(weeks.attributes("nav[aria-label=Range] a", "href"))
                .containsExactly(
                        ADDRESS + "&from=2026-02-02",
                        ADDRESS + "&from=2025-12-08",
                        ADDRESS + "&from=2025-09-01",
                        ADDRESS);
        assertThat(weeks.texts("nav[aria-label=Range] a")).containsExactly("4 weeks", "12 weeks", "26 weeks", "All");
        assertThat(weeks.texts("nav[aria-label=Range] [aria-current=page]")).containsExactly("12 weeks");
        assertThat(weeks.count("svg.spc circle")).isEqualTo(12);
        assertThat(weeks.links("Months")).containsExactly(ADDRESS + "&per=month&from=2025-12-08");
        assertThat(weeks.links("Without outlying changes"))
                .containsExactly(ADDRESS + "&limits=screened&from=2025-12-08");
        assertThat(weeks.links("These figures as CSV"))
                .containsExactly("/api/v1" + ADDRESS + "&per=week&from=2025-12-08&format=csv");
        assertThat(months.attributes("nav[aria-label=Range] a", "href"))
                .containsExactly(
                        ADDRESS + "&per=month&from=2025-09-01",
                        ADDRESS + "&per=month&from=2025-03-01",
                        ADDRESS + "&per=month");
        assertThat(months.texts("nav[aria-label=Range] [aria-current=page]")).containsExactly("All");
    }

    @Test
    void saysWhatIsWrongWithDaysAboveAChartOfAll() {
        // When
        Parsed soon = pages.asked(ADDRESS + "&from=soon");

        // Then
        assertThat(soon.texts("[role=alert]")).containsExactly("from and to must be days written as 2026-03-02.");
        assertThat(soon.count("#spc-table tbody tr")).isEqualTo(40);
    }

    @Test
    void saysSoWhereNoneOfTheWeeksHasEnoughAnswers() {
        // Given
        pages.model.put(aWeek(SpcPages.MONDAY.minusWeeks(1)).positive(9, 9));

        // When
        Parsed one = pages.asked(ADDRESS + "&from=2026-02-23");
        Parsed none = pages.asked(ADDRESS + "&from=2026-03-02");

        // Then
        assertThat(one.text()).contains("None of these weeks has enough answers to be drawn.");
        assertThat(one.row("23 Feb to 1 Mar 2026")).containsExactly("Too few to show (fewer than 10)");
        assertThat(none.count("svg.spc, #spc-table")).isZero();
    }

    @Test
    void drawsWhatStaffNotedAtThePointInWhoseWeekItsDayLies() {
        // Given
        pages.model.put(aNote("2025-12-14", "New rota began").number(1).build());
        pages.model.put(aNote("2026-02-10", "Ward moved").number(2).build());
        pages.model.put(aNote("2025-12-07", "Before the weeks drawn").number(3).build());
        pages.model.put(aNote("2026-02-11", "Of a ward")
                .number(4)
                .with(note -> note.setUnit("W1"))
                .build());

        // When
        Parsed page = pages.asked(ADDRESS + "&from=2025-12-08");

        // Then
        assertThat(page.texts("svg text.note")).containsExactly("1", "2");
        assertThat(page.attributes("svg line.note", "x1"))
                .containsExactly(
                        page.attributes("svg.spc circle", "cx").get(0),
                        page.attributes("svg.spc circle", "cx").get(9));
        assertThat(page.texts(".notes li"))
                .containsExactly(
                        "14 Dec 2025 New rota began (whole hospital, all measures; Sister Evans)",
                        "10 Feb 2026 Ward moved (whole hospital, all measures; Sister Evans)");
        assertThat(page.attributes("svg.spc[role=img]", "aria-label"))
                .singleElement()
                .asString()
                .endsWith(". Noted by staff: 1, 14 Dec 2025, New rota began; 2, 10 Feb 2026, Ward moved");
        assertThat(page.texts(".legend span")).contains("noted by staff, by its number below");
        assertThat(page.links("Write a note on this chart"))
                .containsExactly("/hospitals/H1/notes?measure=fft-2020.positive");
    }

    @Test
    void drawsNotesOnMonths() {
        // Given
        pages.model.put(aMonth("2026-01").positive(360, 400));
        pages.model.put(aMonth("2026-02").positive(360, 400));
        pages.model.put(aNote("2026-01-31", "New rota began").number(1).build());

        // When
        Parsed page = pages.asked(ADDRESS + "&per=month");

        // Then
        assertThat(page.attributes("svg line.note", "x1"))
                .containsExactly(page.attributes("svg.spc circle", "cx").get(0));
    }
}
