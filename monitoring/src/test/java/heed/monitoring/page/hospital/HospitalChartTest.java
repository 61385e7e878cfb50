package heed.monitoring.page.hospital;

import static heed.monitoring.ActionFixture.aNote;
import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.ScoreFixture.aWeek;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.MovementFixture;
import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.html.Html;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.Layout;
import heed.monitoring.page.PageReader;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.Names;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HospitalChartTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-04");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    private final ReadModel model =
            new ReadModel(Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), LONDON), Simulated.STAFF);

    @BeforeEach
    void fill() {
        for (int back = 0; back < 90; back++) {
            model.put(aDay(TODAY.minusDays(back)).positive(9, 12));
        }
        for (int back = 1; back <= 52; back++) {
            model.put(aWeek(MONDAY.minusWeeks(back)).positive(back == 2 ? 2 : 60, back == 2 ? 3 : 84));
        }
        for (int back = 1; back <= 23; back++) {
            model.put(aMonth(YearMonth.from(TODAY).minusMonths(back).toString()).positive(250, 360));
        }
        model.publish();
    }

    private Parsed chart(@Nullable String from, @Nullable String to) {
        Names names = new Names(HospitalDirectory.of(List.of(), LONDON), Questionnaires.shipped());
        Layout.Content content = new HospitalPage(names, SimulatedPipeline.running())
                .write(
                        model.snapshot().part(Hospitals.class).byCode().get("H1"),
                        model.snapshot(),
                        new HospitalPage.Query(
                                null,
                                "fft-2020.positive",
                                ChartRange.of(from, to, TODAY),
                                PageReader.unnamed(right -> true)),
                        Html.NOTHING);
        return Asked.parsed(content.body()).one("#chart");
    }

    @Test
    void showsAsFinelyAsFiguresAreKeptSoFarBackAndSaysHow() {
        // When
        Parsed days = chart("2025-12-11", null);
        Parsed weeks = chart("2025-12-10", null);
        Parsed months = chart("2024-03-01", null);

        // Then
        assertThat(days.count("tbody tr")).isEqualTo(84);
        assertThat(days.text()).contains("11 Dec 2025 to 4 Mar 2026, a point a day, each of 7 days.");
        assertThat(weeks.count("tbody tr")).isEqualTo(12);
        assertThat(weeks.text()).contains("10 Dec 2025 to 4 Mar 2026, a point a week that is over.");
        assertThat(months.count("tbody tr")).isEqualTo(23);
        assertThat(months.text()).contains("1 Mar 2024 to 4 Mar 2026, a point a month that is over.");
    }

    @Test
    void endsWhereTheReaderWantsAndSaysYearsWhereThereIsMoreThanOne() {
        // When
        Parsed across = chart("2025-03-05", "2026-02-01");
        Parsed within = chart("2026-01-05", "2026-02-01");

        // Then
        assertThat(across.texts("svg text.quiet")).contains("9 Mar 2025", "1 Feb 2026");
        assertThat(within.texts("svg text.quiet")).contains("5 Jan", "1 Feb").doesNotContain("1 Feb 2026");
        assertThat(within.count("tbody tr")).isEqualTo(28);
    }

    @Test
    void drawsAndSaysNoScoreOfAWeekWithTooFewAnswers() {
        // When
        Parsed weeks = chart("2025-03-05", null);

        // Then
        assertThat(weeks.row("22 Feb 2026")).containsExactly("Too few to show (fewer than 10)");
        assertThat(weeks.count("polyline.score")).isEqualTo(1);
        assertThat(weeks.count("circle.score-dot")).isEqualTo(1);
    }

    @Test
    void leadsToTheRangesAndMarksTheOneThatIsShown() {
        // When
        Parsed chart = chart("2026-02-04", null);

        // Then
        assertThat(chart.texts("nav a")).containsExactly("4 weeks", "12 weeks", "1 year", "All");
        assertThat(chart.attributes("nav a", "href"))
                .containsExactly(
                        "/hospitals/H1?measure=fft-2020.positive&from=2026-02-04#chart",
                        "/hospitals/H1?measure=fft-2020.positive&from=2025-12-11#chart",
                        "/hospitals/H1?measure=fft-2020.positive&from=2025-03-04#chart",
                        "/hospitals/H1?measure=fft-2020.positive&from=2024-03-01#chart");
        assertThat(chart.texts("nav a[aria-current]")).containsExactly("4 weeks");
    }

    @Test
    void saysWhatIsWrongWithDaysThatCannotBeShown() {
        // When // Then
        assertThat(chart("soon", null).texts("[role=alert]"))
                .containsExactly("from and to must be days written as 2026-03-04.");
        assertThat(chart(null, "2026-03-01").texts("[role=alert]"))
                .containsExactly("Say also from which day: from must be given where to is.");
        assertThat(chart("2024-02-29", null).texts("[role=alert]"))
                .containsExactly("from must be 2024-03-01 or later: figures are kept for 24 months.");
        assertThat(chart("2026-03-01", "2026-03-05").texts("[role=alert]"))
                .containsExactly("from must not be after to, and to must not be after today, 2026-03-04.");
        assertThat(chart("2026-03-02", "2026-03-01").texts("[role=alert]"))
                .containsExactly("from must not be after to, and to must not be after today, 2026-03-04.");
        assertThat(chart("2024-03-01", null).count("[role=alert]")).isZero();
    }

    @Test
    void saysInTheTableWhereEachPointIsDrawn() {
        // When
        Parsed chart = chart("2026-02-05", "2026-03-04");

        // Then
        assertThat(chart.attributes("tbody tr", "data-x"))
                .hasSize(28)
                .startsWith("700.0")
                .endsWith("48.0")
                .contains("386.1");
    }

    @Test
    void drawsWhatStaffNotedByNumbersAndTellsItBelowAndInWords() {
        // Given
        model.put(aNote("2026-02-20", "New rota began").number(1).build());
        model.put(aNote("2026-02-10", "Ward moved")
                .number(2)
                .with(note -> note.setMeasure("fft-2020.positive"))
                .build());
        model.put(aNote("2026-02-12", "Of another measure")
                .number(3)
                .with(note -> note.setMeasure("experience-1.dignity"))
                .build());
        model.put(aNote("2026-02-13", "Of a ward")
                .number(4)
                .with(note -> note.setUnit("W1"))
                .build());
        model.put(aNote("2026-02-01", "Before the days drawn").number(5).build());
        model.publish();

        // When
        Parsed chart = chart("2026-02-02", null);

        // Then
        assertThat(chart.texts("svg text.note")).containsExactly("1", "2");
        assertThat(chart.count("svg line.note")).isEqualTo(2);
        assertThat(chart.texts(".notes li"))
                .containsExactly(
                        "10 Feb 2026 Ward moved (whole hospital, Rated very good or good; Sister Evans)",
                        "20 Feb 2026 New rota began (whole hospital, all measures; Sister Evans)");
        assertThat(chart.attributes("svg[role=img]", "aria-label"))
                .singleElement()
                .asString()
                .endsWith(". Noted by staff: 1, 10 Feb 2026, Ward moved; 2, 20 Feb 2026, New rota began");
        assertThat(chart.links("Write a note on this chart"))
                .containsExactly("/hospitals/H1/notes?measure=fft-2020.positive");
    }

    private Parsed beside() {
        model.put(aDrop().open());
        for (int back = 1; back <= 20; back++) {
            model.put(MovementFixture.week(MONDAY.minusWeeks(back).toString(), back == 1 ? -0.12 : -0.02));
        }
        model.publish();
        Names names = new Names(HospitalDirectory.of(List.of(), LONDON), Questionnaires.shipped());
        return Asked.of(
                        new HospitalPage(names, SimulatedPipeline.running()),
                        model.snapshot(),
                        "/hospitals/H1?measure=fft-2020.positive&from=2025-11-01",
                        PageReader.unnamed(right -> true))
                .one("#chart");
    }

    @Test
    void drawsHowAllHospitalsMovedBesideTheUsualScore() {
        // When
        Parsed chart = beside();

        // Then
        assertThat(chart.count("svg polyline.others")).isEqualTo(1);
        assertThat(chart.texts(".legend span")).contains("all hospitals");
        assertThat(chart.attributes("svg[role=img]", "aria-label"))
                .singleElement()
                .asString()
                .endsWith(". All hospitals together, in the weeks that are drawn of them, lay between 12 points below"
                        + " and 2 points below their own year before");
    }

    @Test
    void tellsInTheTableHowAllHospitalsMovedInTheNewestWeekOfEachPoint() {
        // When
        Parsed chart = beside();

        // Then
        assertThat(chart.texts("thead th")).endsWith("All hospitals, newest week");
        assertThat(chart.row("1 Mar 2026")).endsWith("12 points below");
        assertThat(chart.row("22 Feb 2026")).endsWith("2 points below");
    }

    @Test
    void leadsToAFileOfThePointsThatAreDrawn() {
        // When // Then
        assertThat(chart(null, null).links("These figures as CSV"))
                .containsExactly("/api/v1/hospitals/H1/series?measure=fft-2020.positive&days=75&format=csv");
        assertThat(chart("2026-01-05", "2026-02-01").links("These figures as CSV"))
                .containsExactly("/api/v1/hospitals/H1/series?measure=fft-2020.positive&from=2026-01-05"
                        + "&to=2026-02-01&format=csv");
        assertThat(chart("2025-03-05", null).links("These figures as CSV"))
                .containsExactly(
                        "/api/v1/hospitals/H1/spc?measure=fft-2020.positive&per=week&from=2025-03-05&format=csv");
        assertThat(chart("2024-03-01", "2026-02-01").links("These figures as CSV"))
                .containsExactly("/api/v1/hospitals/H1/spc?measure=fft-2020.positive&per=month&from=2024-03-01"
                        + "&to=2026-02-01&format=csv");
    }

    @Test
    void sharesTheWordsOfNotesThatLieCloseTogether() {
        // Given
        for (int day = 10; day <= 13; day++) {
            model.put(aNote("2026-02-" + day, "Day " + day).number(day).build());
        }
        model.put(aNote("2026-03-04", "Today").number(20).build());
        model.publish();

        // When
        Parsed chart = chart("2025-12-20", null);

        // Then
        assertThat(chart.texts("svg text.note")).containsExactly("1\u20134", "5");
        assertThat(chart.count("svg line.note")).isEqualTo(5);
    }

    @Test
    void showsMonthsWhereNobodyChoseAndNothingElseIsKnown() {
        // Given
        model.put(aMonth("2026-02").at("H2").positive(180, 200));
        model.put(aMonth("2026-01").at("H2").positive(170, 200));
        model.publish();
        Names names = new Names(HospitalDirectory.of(List.of(), LONDON), Questionnaires.shipped());

        // When
        Parsed chart = Asked.parsed(new HospitalPage(names, SimulatedPipeline.running())
                        .write(
                                model.snapshot().part(Hospitals.class).byCode().get("H2"),
                                model.snapshot(),
                                new HospitalPage.Query(
                                        null,
                                        null,
                                        ChartRange.of(null, null, TODAY),
                                        PageReader.unnamed(right -> true)),
                                Html.NOTHING)
                        .body())
                .one("#chart");

        // Then
        assertThat(chart.texts("tbody th")).containsExactly("February 2026", "January 2026");
    }
}
