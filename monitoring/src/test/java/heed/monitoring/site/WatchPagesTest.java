package heed.monitoring.site;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.WatchFixture.aRise;
import static heed.monitoring.WatchFixture.aSilence;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.WatchFixture;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.drop.DropPage;
import heed.monitoring.page.hospital.HospitalPage;
import heed.monitoring.page.overview.OverviewPage;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.schemas.Audience;
import heed.schemas.Baseline;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.EvidenceDay;
import heed.schemas.RiseState;
import heed.schemas.SilenceState;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.record.RecordCopy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchPagesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final int FEBRUARY_23 = (int) LocalDate.parse("2026-02-23").toEpochDay();

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final Names names = new Names(HospitalDirectory.of(List.of(), LONDON), Questionnaires.shipped());

    private Parsed overview() {
        model.publish();
        return PagesTest.withoutForms(
                Asked.of(new OverviewPage(names, SimulatedPipeline.running()), model.snapshot(), "/"));
    }

    private Parsed hospital() {
        model.publish();
        return Asked.of(
                new HospitalPage(names, SimulatedPipeline.running()),
                model.snapshot(),
                "/hospitals/H1?measure=fft-2020.positive");
    }

    private static Drop evident() {
        return aDrop().with(drop -> drop.setTrail(List.of(
                        new EvidenceDay(FEBRUARY_23 - 1, 1, 0.0, 0.91, 0.1),
                        new EvidenceDay(FEBRUARY_23, 9, 0.67, 0.91, 0.2),
                        new EvidenceDay(FEBRUARY_23 + 1, 10, 0.7, 0.91, 1.21))))
                .open();
    }

    @Test
    void countsHospitalsThatHaveGoneQuietAmongThoseThatNeedAttentionAndNoneTwice() {
        // Given
        List.of("H1", "H2", "H3", "H4")
                .forEach(code -> model.put(aDay(TODAY).at(code).positive(18, 20)));
        model.put(aDrop().at("H1").open());
        model.put(aSilence("H1", "W1", SilenceState.OPEN));
        Parsed falling = overview();

        // When
        model.put(aSilence("H2", null, SilenceState.OPEN));
        model.put(aSilence("H3", "W1", SilenceState.OPEN));
        model.put(aSilence("H4", null, SilenceState.ENDED));

        // Then
        assertThat(falling.texts("h1")).containsExactly("1 of 4 hospitals needs attention");
        assertThat(overview().texts("h1")).containsExactly("3 of 4 hospitals need attention");
    }

    @Test
    void publishesNoEvidenceWhereADayHasTooFewAnswers() {
        // Given
        ReadModel published = new ReadModel(Clock.systemUTC(), Disclosure.to(Audience.PUBLISHED, new Minimums(5, 10)));

        // When
        published.put(evident());
        published.publish();

        // Then
        assertThat(published.snapshot().part(Drops.class).open()).hasSize(1);
        assertThat(published.snapshot().part(Drops.class).open().get(0).getTrail())
                .isEmpty();
    }

    @Test
    void takesANewUsualLevelForNoRecovery() {
        // Given
        Drop drop = aDrop().recovered(Instant.parse("2026-02-26T10:00:00Z"))
                .with(each -> each.setPhase(DropPhase.REBASELINED).setState(DropState.RECOVERED))
                .build();
        model.put(aDay(TODAY).positive(190, 200));
        model.put(drop);

        // When
        Parsed overview = overview();
        Parsed page = Asked.of(
                new DropPage(names, SimulatedPipeline.running(), 10), model.snapshot(), "/drops/" + drop.getDropId());

        // Then
        assertThat(page.text())
                .contains("the new level was made the usual one, by a person.")
                .doesNotContain("recovered:");
        assertThat(overview.text()).doesNotContain("recovered").doesNotContain("Recovered");
    }

    @Test
    void saysOfPublishedMonthsThatNothingIsLearnedFromThem() {
        // Given
        model.put(aMonth("2026-02").positive(190, 200));

        // When
        Parsed hospital = hospital();

        // Then
        assertThat(hospital.text())
                .contains(
                        "Not watched yet: only published months are known here. They say nothing of days, and so nothing"
                                + " is learned from them.");
    }

    @Test
    void passesOverALineThatIsOnlyWatched() {
        // Given
        model.put(aDay(TODAY).positive(190, 200));
        model.put(WatchFixture.aBaseline(
                new SeriesKey("H1", null, "fft-2020.positive"), Instant.parse("2026-02-26T10:00:00Z"), .912));

        // When
        Parsed overview = overview();
        Parsed hospital = hospital();

        // Then
        assertThat(model.snapshot().part(Drops.class).byId()).isEmpty();
        assertThat(overview.row("H1")).startsWith("As usual");
        assertThat(hospital.texts("svg.chart text")).contains("usual 91%");
        assertThat(hospital.texts(".legend > span")).contains("usual score");
        assertThat(hospital.text())
                .contains("Watched for falls since 26 February 2026, 10:00. Usual: 91%, as learned from 1,400 "
                        + "answers on 70 days.")
                .doesNotContain("Learning");
    }

    @Test
    void saysOfALineLearnedFromFewerAnswersThanAreShownThatItIsWatchedAndNothingOfThem() {
        // Given
        ReadModel cautious = new ReadModel(Clock.systemUTC(), Disclosure.to(Audience.INTERNAL, new Minimums(300, 300)));
        cautious.put(aDay(TODAY).positive(380, 400));
        cautious.put(RecordCopy.of(
                        WatchFixture.aBaseline(
                                new SeriesKey("H1", null, "fft-2020.positive"),
                                Instant.parse("2026-02-26T10:00:00Z"),
                                .912),
                        Baseline.newBuilder())
                .setN(220)
                .build());
        cautious.publish();

        // When
        Parsed overview = PagesTest.withoutForms(
                Asked.of(new OverviewPage(names, SimulatedPipeline.running()), cautious.snapshot(), "/"));
        Parsed hospital = Asked.of(
                new HospitalPage(names, SimulatedPipeline.running()),
                cautious.snapshot(),
                "/hospitals/H1?measure=fft-2020.positive");

        // Then
        assertThat(overview.row("H1")).startsWith("As usual");
        assertThat(hospital.text())
                .contains("Watched for falls since 26 February 2026, 10:00. What is usual is not told here: it was"
                        + " learned from too few answers to show.")
                .doesNotContain("220", "91%", "learning", "Learning");
    }

    @Test
    void setsTheScoreOfALineThatIsWatchedBesideItsUsualRangeWhichKnowsThatAnswersOfADayGoTogether() {
        // Given
        model.put(aDay(TODAY).positive(180, 200));
        model.put(WatchFixture.aBaseline(
                new SeriesKey("H1", null, "fft-2020.positive"), Instant.parse("2026-02-26T10:00:00Z"), .95));

        // When
        Parsed hospital = hospital();

        // Then
        assertThat(hospital.texts(".legend > span"))
                .contains("usual range", "usual score")
                .doesNotContain("what chance can do");
        assertThat(hospital.texts("#as-table thead th")).endsWith("Usual range", "Score lies");
        assertThat(hospital.texts("#as-table tbody tr:first-child td"))
                .containsExactly("90%", "85% to 93%", "200", "87% to 100%", "within");
    }

    @Test
    void drawsWhatChanceCanDoWhereTheUsualIsNotKnownYet() {
        // Given
        model.put(aDay(TODAY).positive(180, 200));

        // When
        Parsed hospital = hospital();

        // Then
        assertThat(hospital.texts(".legend > span"))
                .contains("what chance can do")
                .doesNotContain("usual range");
        assertThat(hospital.texts("#as-table thead th")).endsWith("Answers");
    }

    @Test
    void saysOfALineThatLearnsFromNothingAgainThatItIsNotWatchedYet() {
        // Given
        SeriesKey key = new SeriesKey("H1", null, "fft-2020.positive");
        model.put(aDay(TODAY).positive(190, 200));
        model.put(WatchFixture.aBaseline(key, Instant.parse("2026-01-26T10:00:00Z"), .912));
        model.put(WatchFixture.learning(key, Instant.parse("2026-02-26T10:00:00Z")));

        // When
        Parsed overview = overview();
        Parsed hospital = hospital();

        // Then
        assertThat(overview.row("H1")).startsWith("Learning its usual range");
        assertThat(hospital.text())
                .contains("Not watched yet: learning what is usual since 26 February 2026, 10:00.")
                .doesNotContain("Usual: ");
    }

    @Test
    void praisesALastingRise() {
        // Given
        model.put(aDay(TODAY).positive(190, 200));
        model.put(aRise("H1", RiseState.OPEN));

        // When
        Parsed overview = overview();
        Parsed hospital = hospital();

        // Then
        assertThat(overview.one("[data-rise]").without("[aria-hidden]").text()).contains("80% to 90%");
        assertThat(hospital.text())
                .contains(
                        "about 90 in 100, usually 80. It began around 10 February 2026; chance alone would show this less than once in 2 years.");
        model.put(aRise("H1", RiseState.ENDED));
        assertThat(overview().count("[data-rise]")).isZero();
    }

    @Test
    void saysSinceWhenAHospitalIsQuietAndThatHeedListened() {
        // Given
        model.put(aDay(TODAY).positive(190, 200));
        model.put(aSilence("H1", null, SilenceState.OPEN));

        // When
        Parsed page = overview();

        // Then
        assertThat(page.row("H1")).startsWith("Quiet");
        assertThat(page.one("[data-silence]").text())
                .contains(
                        "Nothing has come in from H1 since 20:15 on 28 February 2026, although Heed was listening: no response in"
                                + " 15 hours, where there usually are some in about 9 of them; chance alone would show this less than"
                                + " once a year.");
        model.put(aSilence("H1", null, SilenceState.ENDED));
        assertThat(overview().count("[data-silence]")).isZero();
    }
}
