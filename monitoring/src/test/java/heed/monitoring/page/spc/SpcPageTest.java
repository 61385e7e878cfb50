package heed.monitoring.page.spc;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.ScoreFixture.aWeek;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.html.Parsed;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.monitoring.view.spc.SpcQuery;
import heed.schemas.DropPhase;
import heed.schemas.Window;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.ScoreKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpcPageTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final HospitalDirectory HOSPITALS =
            HospitalDirectory.of(List.of(new Hospital("H1", "Saint <b>", LONDON)), LONDON);

    private static final SpcQuery ALL = new SpcQuery(null, null, null, null);

    private String measure = "fft-2020.positive";
    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

    /** Puts weeks of 100 answers that swing between 89 and 91 good ones; the last of them ends on 2 March 2026. */
    private void calmWeeks(int weeks) {
        for (int back = weeks; back >= 1; back--) {
            model.put(aWeek(MONDAY.minusWeeks(back)).measure(measure).positive(89 + back % 2 * 2, 100));
        }
        model.put(aDay(MONDAY).measure(measure).positive(90, 100));
    }

    private Parsed page() {
        return page(ALL, Questionnaires.shipped());
    }

    private Parsed page(SpcQuery query, Questionnaires questionnaires) {
        return page("H1", query, questionnaires);
    }

    private Parsed page(String hospital, SpcQuery query, Questionnaires questionnaires) {
        model.publish();
        var figures = model.snapshot().part(Hospitals.class).byCode().get(hospital);
        return Parsed.of(new SpcPage(new Names(HOSPITALS, questionnaires))
                .write(figures, model.snapshot(), query)
                .body());
    }

    @Test
    void saysThatChanceIsEnoughAndDrawsMeanAndLimits() {
        // Given
        calmWeeks(20);

        // When
        Parsed page = page();

        // Then
        assertThat(page.texts(".lead"))
                .containsExactly(
                        "The newest week differs from the others no more than chance makes weeks differ: 90% on"
                                + " average, usually between 85% and 95%.");
        assertThat(page.texts(".spc-icon")).containsExactly("Common cause: no more change than chance makes");
        assertThat(page.texts("svg.spc text")).contains("mean 90%", "upper 95%", "lower 85%");
        assertThat(page.row("23 Feb to 1 Mar 2026")).containsExactly("91%", "100", "90%", "85% to 95%", "chance");
        assertThat(page.count("svg.spc circle.spc-mark.common")).isEqualTo(20);
        assertThat(page.count("line.target, b")).isZero();
        assertThat(page.text()).contains("The watch has no open drop here.");
    }

    @Test
    void marksConcernByShapeAndWordsAndNamesTheRule() {
        // Given
        calmWeeks(20);
        model.put(aWeek(MONDAY.minusWeeks(1)).positive(70, 100));
        model.put(aDrop().open());

        // When
        Parsed page = page();

        // Then
        assertThat(page.texts(".lead"))
                .containsExactly(
                        "Something other than chance has probably made answers worse: the newest week is below the"
                                + " lower limit.");
        assertThat(page.texts(".spc-icon")).containsExactly("L Special cause, concern: lower");
        assertThat(page.row("23 Feb to 1 Mar 2026")).endsWith("concern (outside the limits)");
        assertThat(page.links("an open drop"))
                .containsExactly("/drops/" + aDrop().open().getDropId());
        assertThat(page.count("svg.spc polygon.spc-mark.concerning")).isEqualTo(1);
        assertThat(page.count(".legend polygon.spc-mark.concerning")).isEqualTo(1);
    }

    @Test
    void knowsNothingOfAWeekWithTooFewAnswers() {
        // Given
        calmWeeks(20);
        model.put(aWeek(MONDAY.minusWeeks(7)).positive(9, 9));
        Parsed one = page();

        // When
        model.put(aWeek(MONDAY.minusWeeks(7)).positive(0, 3));

        // Then
        assertThat(page().root().html()).isEqualTo(one.root().html());
        assertThat(page().row("12 Jan to 18 Jan 2026")).containsExactly("Too few to show (fewer than 10)");
        assertThat(page().one("svg.spc").attribute("aria-label")).contains("19 weeks. ");
    }

    @Test
    void leavesOutTheWeekThatIsNotOverAndShowsOneWithoutResponses() {
        // Given
        calmWeeks(20);
        model.put(aWeek(MONDAY).positive(10, 100));
        model.put(aMonth("2025-12").positive(90, 100));
        model.remove(
                Topics.SCORES,
                new ScoreKey(
                                new SeriesKey("H1", null, "fft-2020.positive"),
                                Window.WEEK,
                                MONDAY.minusWeeks(5).atStartOfDay(LONDON).toInstant())
                        .text());

        // When
        Parsed page = page();

        // Then
        assertThat(page.one("svg.spc").attribute("aria-label")).contains("19 weeks. ");
        assertThat(page.row("26 Jan to 1 Feb 2026")).containsExactly("No responses");
        assertThat(page.text()).doesNotContain("2 Mar to 8 Mar");
    }

    @Test
    void hasNoLimitsOfTwelveWeeks() {
        // Given
        calmWeeks(12);

        // When
        Parsed page = page();

        // Then
        assertThat(page.texts(".lead")).containsExactly("Too few weeks for limits: it takes 13 that may be shown.");
        assertThat(page.row("23 Feb to 1 Mar 2026")).endsWith("no limits yet");
        assertThat(page.count(".spc-icon, line.limit, line.mean")).isZero();
    }

    @Test
    void showsMonthsWhereWeeksAreTooThin() {
        // Given
        for (int back = 20; back >= 1; back--) {
            model.put(aWeek(MONDAY.minusWeeks(back)).positive(9, back % 3 == 0 ? 9 : 10));
        }
        model.put(aMonth("2026-01").positive(40, 50));
        model.put(aMonth("2026-02").positive(45, 50));
        model.put(aDay(MONDAY).positive(90, 100));

        // When
        Parsed thin = page();
        Parsed asked = page(new SpcQuery(null, null, "week", null), Questionnaires.shipped());

        // Then
        assertThat(thin.row("February 2026")).startsWith("90%", "50");
        assertThat(thin.text()).contains("Too few months for limits");
        assertThat(asked.texts(".spc-icon")).contains("Common cause: no more change than chance makes");
        assertThat(asked.texts("th")).doesNotContain("February 2026");
    }

    @Test
    void showsMonthsWhereNoWeekIsLeftAndWeeksWhereNoMonthCanBeDrawn() {
        // Given
        model.put(aMonth("2026-01").at("MONTHS").positive(40, 50));
        model.put(aDay(MONDAY).at("MONTHS").positive(90, 100));
        model.put(aWeek(MONDAY.minusWeeks(2)).at("WEEKS").positive(9, 9));
        model.put(aWeek(MONDAY.minusWeeks(1)).at("WEEKS").positive(45, 50));
        model.put(aMonth("2026-02").at("WEEKS").positive(9, 9));

        // When
        Parsed months = page("MONTHS", ALL, Questionnaires.shipped());
        Parsed weeks = page("WEEKS", ALL, Questionnaires.shipped());

        // Then
        assertThat(months.row("January 2026")).startsWith("80%", "50");
        assertThat(weeks.row("23 Feb to 1 Mar 2026")).startsWith("90%", "50");
    }

    @Test
    void drawsAUnitByItselfAndKeepsToItInEveryLink() {
        // Given
        calmWeeks(20);
        for (int back = 20; back >= 1; back--) {
            model.put(aWeek(MONDAY.minusWeeks(back)).unit("WARD-1").positive(69 + back % 2 * 2, 100));
        }
        model.put(aWeek(MONDAY.minusWeeks(1)).unit("WARD-2").positive(90, 100));
        model.put(aDrop().with(drop -> drop.setUnit("WARD-2")).open());

        // When
        Parsed page = page(new SpcQuery("WARD-1", null, null, "screened"), Questionnaires.shipped());

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
                        "/hospitals/H1?measure=fft-2020.positive&unit=WARD-1");
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
        calmWeeks(1);
        model.put(aWeek(MONDAY.minusWeeks(1))
                .unit("MAT")
                .measure("fft-2020.negative")
                .positive(5, 100));

        // When
        Parsed page = page(new SpcQuery("MAT", null, null, null), Questionnaires.shipped());

        // Then
        assertThat(page.texts("h1")).containsExactly("Rated poor or very poor at Saint <b>, MAT");
        assertThat(page.row("23 Feb to 1 Mar 2026")).startsWith("5%");
        assertThat(page.text()).doesNotContain("Rated very good or good");
    }

    @Test
    void saysSoWhereNothingMayBeShown() {
        // Given
        model.put(aWeek(MONDAY.minusWeeks(1)).positive(9, 9));
        model.put(aDay(MONDAY).positive(9, 9));

        // When
        Parsed page = page();

        // Then
        assertThat(page.text()).contains("No week that is over has enough answers to show.");
        assertThat(page.count("svg, table")).isZero();
    }

    @Test
    void judgesATargetOnlyWhereAQuestionnaireSetsOne(@TempDir Path directory) throws IOException {
        // Given
        measure = "aim-1.good";
        calmWeeks(20);

        // When
        Parsed none = page();
        Parsed met = page(ALL, aimingAt(80, directory));
        Parsed chance = page(ALL, aimingAt(90, directory));
        Parsed missed = page(ALL, aimingAt(97, directory));

        // Then
        assertThat(none.text()).doesNotContain("target");
        assertThat(none.count("line.target")).isZero();
        assertThat(met.count("line.target")).isEqualTo(1);
        assertThat(met.texts(".spc-icon")).endsWith("P Passes the target consistently");
        assertThat(met.text()).contains("The target is 80%. As things are, every week can be expected to pass it.");
        assertThat(chance.texts(".spc-icon")).endsWith("? Hits or misses the target by chance");
        assertThat(missed.texts(".spc-icon")).endsWith("F Falls short of the target consistently");
    }

    private static Questionnaires aimingAt(int percent, Path directory) throws IOException {
        Files.writeString(
                directory.resolve("aim.yaml"),
                """
                id: aim-1
                title: Aim
                questions: {q: {text: Good?, answers: {yes: Yes, no: No}}}
                measures:
                  good: {title: Good, question: q, watch: overall, target: %d, points: {yes: 10000, no: 0}}
                """
                        .formatted(percent));
        return Questionnaires.shipped().andIn(directory);
    }

    @Test
    void drawsLimitsAnewWhereANewLevelWasMadeTheUsualOne() {
        // Given
        calmWeeks(40);
        Instant made = MONDAY.minusWeeks(14).atStartOfDay(LONDON).toInstant();
        for (int back = 14; back >= 1; back--) {
            model.put(aWeek(MONDAY.minusWeeks(back)).positive(69 + back % 2 * 2, 100));
        }
        model.put(aDrop().recovered(made)
                .with(drop -> drop.setPhase(DropPhase.REBASELINED))
                .build());

        // When
        Parsed page = page();

        // Then
        assertThat(page.texts(".spc-icon")).containsExactly("Common cause: no more change than chance makes");
        assertThat(page.texts("svg.spc text")).contains("mean 70%");
        assertThat(page.count("line.mean")).isEqualTo(2);
    }

    @Test
    void drawsLimitsWithoutOutlyingChangesWhereAsked() {
        // Given
        calmWeeks(20);
        model.put(aWeek(MONDAY.minusWeeks(9)).positive(40, 100));

        // When
        Parsed all = page();
        Parsed screened = page(new SpcQuery(null, null, null, "screened"), Questionnaires.shipped());

        // Then
        assertThat(all.texts("svg.spc text")).contains("lower 69%").noneMatch(words -> words.startsWith("upper"));
        assertThat(screened.texts("svg.spc text")).contains("upper 93%", "lower 82%");
    }

    @Test
    void takesAMeasureThatNobodyKnowsForText() {
        // Given
        calmWeeks(1);

        // When
        Parsed page = page(new SpcQuery("<i>", "<i>", "<i>", "<i>"), Questionnaires.shipped());

        // Then
        assertThat(page.texts("h1")).containsExactly("<i> at Saint <b>, <i>");
        assertThat(page.text()).contains("No week that is over");
        assertThat(page.count("i")).isZero();
    }
}
