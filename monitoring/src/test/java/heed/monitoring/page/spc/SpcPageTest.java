package heed.monitoring.page.spc;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.ScoreFixture.aWeek;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.monitoring.view.spc.SpcQuery;
import heed.schemas.DropPhase;
import heed.schemas.Window;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.ScoreKey;
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

    private String page() {
        return page(ALL, Questionnaires.shipped());
    }

    private String page(SpcQuery query, Questionnaires questionnaires) {
        return page("H1", query, questionnaires);
    }

    private String page(String hospital, SpcQuery query, Questionnaires questionnaires) {
        model.publish();
        var figures = model.snapshot().part(Hospitals.class).byCode().get(hospital);
        return new SpcPage(new Names(HOSPITALS, questionnaires))
                .write(figures, model.snapshot(), query)
                .body()
                .toString();
    }

    private static int count(String page, String what) {
        return page.split(what, -1).length - 1;
    }

    @Test
    void saysThatChanceIsEnoughAndDrawsMeanAndLimits() {
        // Given
        calmWeeks(20);

        // When
        String page = page();

        // Then
        assertThat(page)
                .contains("The newest week differs from the others no more than chance makes weeks differ: 90% on"
                        + " average, usually between 85% and 95%.")
                .contains("Common cause: no more change than chance makes")
                .contains("mean 90%", "upper 95%", "lower 85%")
                .contains("23 Feb to 1 Mar 2026")
                .contains("The watch has no open drop here.")
                .doesNotContain("class=\"target\"", "<b>");
        assertThat(count(page, "<circle class=\"spc-mark common\"")).isEqualTo(21);
    }

    @Test
    void marksConcernByShapeAndWordsAndNamesTheRule() {
        // Given
        calmWeeks(20);
        model.put(aWeek(MONDAY.minusWeeks(1)).positive(70, 100));
        model.put(aDrop().open());

        // When
        String page = page();

        // Then
        assertThat(page)
                .contains("Something other than chance has probably made answers worse: the newest week is below the"
                        + " lower limit.")
                .contains("Special cause, concern: lower")
                .contains("<td>concern (outside the limits)</td>")
                .contains("<a href=\"/drops/" + aDrop().open().getDropId() + "\">an open drop</a>");
        assertThat(count(page, "<polygon class=\"spc-mark concerning\"")).isEqualTo(2);
    }

    @Test
    void knowsNothingOfAWeekWithTooFewAnswers() {
        // Given
        calmWeeks(20);
        model.put(aWeek(MONDAY.minusWeeks(7)).positive(9, 9));
        String one = page();

        // When
        model.put(aWeek(MONDAY.minusWeeks(7)).positive(0, 3));

        // Then
        assertThat(page())
                .isEqualTo(one)
                .contains("Too few to show (fewer than 10)")
                .contains("19 weeks. ");
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
                                "H1",
                                null,
                                "fft-2020.positive",
                                Window.WEEK,
                                MONDAY.minusWeeks(5).atStartOfDay(LONDON).toInstant())
                        .text());

        // When
        String page = page();

        // Then
        assertThat(page)
                .contains("19 weeks. ", "26 Jan to 1 Feb 2026</th><td class=\"small\" colspan=\"5\">No responses");
        assertThat(page).doesNotContain("2 Mar to 8 Mar");
    }

    @Test
    void hasNoLimitsOfTwelveWeeks() {
        // Given
        calmWeeks(12);

        // When
        String page = page();

        // Then
        assertThat(page)
                .contains("Too few weeks for limits: it takes 13 that may be shown.", "no limits yet")
                .doesNotContain("spc-icon", "class=\"limit\"");
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
        String thin = page();
        String asked = page(new SpcQuery(null, null, "week", null), Questionnaires.shipped());

        // Then
        assertThat(thin).contains("February 2026", "Too few months for limits");
        assertThat(asked).contains("Common cause").doesNotContain("February 2026");
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
        String months = page("MONTHS", ALL, Questionnaires.shipped());
        String weeks = page("WEEKS", ALL, Questionnaires.shipped());

        // Then
        assertThat(months).contains("January 2026</th>").doesNotContain("No week that is over");
        assertThat(weeks).contains("23 Feb to 1 Mar 2026</th>").doesNotContain("No month that is over");
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
        String page = page(new SpcQuery("WARD-1", null, null, "screened"), Questionnaires.shipped());

        // Then
        String here = "/hospitals/H1/spc?measure=fft-2020.positive&amp;unit=WARD-1";
        assertThat(page)
                .contains("<h1>Rated very good or good at Saint &lt;b&gt;, WARD-1</h1>")
                .contains("an XmR chart of the scores of WARD-1 alone")
                .contains("mean 70%", "The watch has no open drop here.")
                .contains("<a href=\"/hospitals/H1?measure=fft-2020.positive&amp;unit=WARD-1\">WARD-1</a> / ")
                .contains("<a href=\"/hospitals/H1?measure=fft-2020.positive\">Saint &lt;b&gt;</a> / ")
                .contains("<a href=\"" + here + "&amp;limits=screened\" aria-current=\"page\">WARD-1</a>")
                .contains("/spc?measure=fft-2020.positive&amp;limits=screened\">Whole hospital</a>")
                .contains("&amp;unit=WARD-2&amp;limits=screened\">WARD-2</a>")
                .contains("<a href=\"" + here + "&amp;per=month&amp;limits=screened\">Months</a>")
                .contains("<a href=\"" + here + "\">Of all changes</a>")
                .contains("href=\"/api/v1" + here + "&amp;per=week&amp;limits=screened&amp;format=csv\"");
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
        String page = page(new SpcQuery("MAT", null, null, null), Questionnaires.shipped());

        // Then
        assertThat(page)
                .contains("<h1>Rated poor or very poor at Saint &lt;b&gt;, MAT</h1>", "23 Feb to 1 Mar 2026</th>")
                .doesNotContain("Rated very good or good");
    }

    @Test
    void saysSoWhereNothingMayBeShown() {
        // Given
        model.put(aWeek(MONDAY.minusWeeks(1)).positive(9, 9));
        model.put(aDay(MONDAY).positive(9, 9));

        // When
        String page = page();

        // Then
        assertThat(page)
                .contains("No week that is over has enough answers to show.")
                .doesNotContain("<svg", "<table");
    }

    @Test
    void judgesATargetOnlyWhereAQuestionnaireSetsOne(@TempDir Path directory) throws IOException {
        // Given
        measure = "aim-1.good";
        calmWeeks(20);

        // When
        String none = page();
        String met = page(ALL, aimingAt(80, directory));
        String chance = page(ALL, aimingAt(90, directory));
        String missed = page(ALL, aimingAt(97, directory));

        // Then
        assertThat(none).doesNotContain("target");
        assertThat(met)
                .contains("Passes the target consistently")
                .contains("The target is 80%. As things are, every week can be expected to pass it.");
        assertThat(chance).contains("Hits or misses the target by chance");
        assertThat(missed).contains("Falls short of the target consistently");
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
        String page = page();

        // Then
        assertThat(page).contains("Common cause", "mean 70%");
        assertThat(count(page, "class=\"mean\"")).isEqualTo(2);
    }

    @Test
    void drawsLimitsWithoutOutlyingChangesWhereAsked() {
        // Given
        calmWeeks(20);
        model.put(aWeek(MONDAY.minusWeeks(9)).positive(40, 100));

        // When
        String all = page();
        String screened = page(new SpcQuery(null, null, null, "screened"), Questionnaires.shipped());

        // Then
        assertThat(all).contains("lower 69%").doesNotContain("upper 1");
        assertThat(screened).contains("upper 93%", "lower 82%");
    }

    @Test
    void escapesAMeasureThatNobodyKnows() {
        // Given
        calmWeeks(1);

        // When
        String page = page(new SpcQuery("<i>", "<i>", "<i>", "<i>"), Questionnaires.shipped());

        // Then
        assertThat(page)
                .contains("&lt;i&gt; at Saint &lt;b&gt;, &lt;i&gt;", "No week that is over")
                .doesNotContain("<i>");
    }
}
