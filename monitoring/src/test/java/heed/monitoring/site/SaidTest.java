package heed.monitoring.site;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.WatchFixture.aBaseline;
import static heed.monitoring.WatchFixture.aSilence;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.drop.DropPage;
import heed.monitoring.page.drop.DropsPage;
import heed.monitoring.page.hospital.HospitalPage;
import heed.monitoring.page.overview.OverviewPage;
import heed.monitoring.pipeline.PipelineStatus.State;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.DropTurn;
import heed.schemas.SilenceState;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.ReaderStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Makes each state that overview, hospital and drop can be in, and reads what they say of it. */
class SaidTest {

    private static final String LOST = "5 May 2030, 11:59";

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final SimulatedPipeline pipeline = new SimulatedPipeline();
    private final Names names = new Names(HospitalDirectory.empty(), Questionnaires.shipped());

    private Parsed overview() {
        model.publish();
        return PagesTest.withoutForms(Asked.of(new OverviewPage(names, pipeline.sources()), model.snapshot(), "/"));
    }

    private Parsed hospital() {
        model.publish();
        return Asked.of(
                new HospitalPage(names, pipeline.sources()),
                model.snapshot(),
                "/hospitals/H1?measure=fft-2020.positive");
    }

    private Parsed drop(Drop drop) {
        model.put(drop);
        model.publish();
        return Asked.of(new DropPage(names, pipeline.sources(), 10), model.snapshot(), "/drops/" + drop.getDropId());
    }

    /** Has hospitals report on 1 March, and be watched. */
    private void report(long positive, long n, String... hospitals) {
        for (String hospital : hospitals) {
            model.put(aDay("2026-03-01").at(hospital).positive(positive, n));
            model.put(aBaseline(
                    new SeriesKey(hospital, null, "fft-2020.positive"), Instant.parse("2026-01-10T10:00:00Z"), .91));
        }
    }

    @Test
    void saysThatNoneNeedsAttentionWhereAllReportAndAreWatched() {
        // Given
        report(19, 20, "H1", "H2", "H3");

        // When
        Parsed page = overview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("None of 3 hospitals needs attention");
        assertThat(page.one(".sub").text())
                .isEqualTo("3 of 3 hospitals have had responses in the last 28 days, the newest at 1 March 2026,"
                        + " 23:00.");
        assertThat(page.row("H2")).startsWith("As usual");
    }

    @Test
    void saysOfOneHospitalThatItNeedsNoAttention() {
        // Given
        report(19, 20, "H1");

        // When
        Parsed page = overview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("The hospital needs no attention");
        assertThat(hospital().text())
                .contains("Nothing has been flagged here. Watched for falls since 10 January 2026, 10:00.");
    }

    @Test
    void saysOfAFallHowItIsNowBesideHowLowItWas() {
        // Given
        report(86, 100, "H1", "H2");
        Drop drop = aDrop().open();

        // When
        Parsed page = drop(drop);

        // Then
        assertThat(page.one("h1").text()).isEqualTo("Rated very good or good fell from 91% to 78%; now 86%");
        assertThat(page.texts(".levels div")).containsExactly("Usual 91%", "Fell to 78%", "Now 86%");
        assertThat(page.text())
                .contains(
                        "Estimated: 78%, from 112 answers, between 71% and 84%. Now: 100 answers of the last 7"
                                + " days. First flagged on 24 February 2026.",
                        "Now still flagged: 86% over the last 7 days", "New nobody has picked it up");
        assertThat(overview().one("h1").text()).isEqualTo("1 of 2 hospitals needs attention");
        assertThat(overview().texts("[data-drop] .levels div")).containsExactly("Usual 91%", "Fell to 78%", "Now 86%");
        assertThat(hospital().text()).contains("Now still flagged: 86% over the last 7 days");
    }

    @Test
    void saysOfAFallWithinLearningHowManyMeasuresShowOneByChance() {
        // Given
        report(86, 100, "H1");
        Instant found = Instant.parse("2026-02-24T10:00:00Z");
        drop(aDrop().with(each -> each.setPhase(DropPhase.FOUND_IN_LEARNING)
                        .setTurns(List.of(new DropTurn(found, DropPhase.FOUND_IN_LEARNING, .78))))
                .open());

        // When
        Parsed page = overview();

        // Then
        assertThat(page.text())
                .contains("Where nothing has changed, about one measure in 50 looks like this.")
                .doesNotContain("Chance alone would show this");
    }

    @Test
    void saysOfAFallThatGoesOnHowLowItIsByNow() {
        // Given
        report(70, 100, "H1");

        // When
        Parsed page = drop(aDrop().open());

        // Then
        assertThat(page.one("h1").text()).isEqualTo("Rated very good or good fell from 91% to 78%; now 70%");
        assertThat(page.texts(".levels div")).containsExactly("Usual 91%", "Fell to 70%", "Now 70%");
    }

    @Test
    void saysOfARecoveredFallThatItIsOver() {
        // Given
        report(92, 100, "H1");
        Drop drop = aDrop().recovered(Instant.parse("2026-02-27T11:20:00Z")).build();

        // When
        Parsed page = drop(drop);

        // Then
        assertThat(page.one("h1").text()).isEqualTo("Rated very good or good fell from 91% to 78%, and came back");
        assertThat(page.texts(".stage")).containsExactly("Over before anybody picked it up");
        assertThat(page.text())
                .contains("Now no longer flagged: 92% over the last 7 days")
                .doesNotContain("nobody has picked it up");
        assertThat(overview().one("h1").text()).isEqualTo("The hospital needs no attention");
        assertThat(overview().row("H1")).startsWith("Recovered");
        assertThat(overview().texts("[data-drop] .levels div")).containsExactly("Usual 91%", "Fell to 78%", "Now 92%");
        assertThat(overview().count(".stage")).isZero();
    }

    @Test
    void saysOfAFallThatIsUsualNowThatItIs() {
        // Given
        report(78, 100, "H1");

        // When
        Parsed page = drop(aDrop().recovered(Instant.parse("2026-02-26T10:00:00Z"))
                .with(each -> each.setPhase(DropPhase.REBASELINED).setState(DropState.RECOVERED))
                .build());

        // Then
        assertThat(page.one("h1").text())
                .isEqualTo("Rated very good or good fell from 91% to 78%, which counts as usual now");
    }

    @Test
    void saysOfAFallWithFewAnswersNowThatTheyAreTooFewToShow() {
        // Given
        report(3, 7, "H1");

        // When
        Parsed page = drop(aDrop().open());

        // Then
        assertThat(page.one("h1").text()).isEqualTo("Rated very good or good fell from 91% to 78%");
        assertThat(page.texts(".levels div")).containsExactly("Usual 91%", "Fell to 78%", "Now -");
        assertThat(page.text())
                .contains(
                        "Now: too few answers to show, fewer than 10, of the last 7 days.",
                        "still flagged; too few answers in the last 7 days to say more.")
                .doesNotContain("43%");
    }

    @Test
    void saysOfAFallWithoutAnswersNowThatThereAreNone() {
        // Given
        report(18, 20, "H2");

        // When
        Parsed page = drop(aDrop().open());

        // Then
        assertThat(page.text()).contains("Now: no responses in the last 7 days.");
    }

    @Test
    void doesNotCallHospitalsWellThatDoNotReport() {
        // Given
        report(19, 20, "H1");
        model.put(aDay("2026-01-05").at("H2").positive(19, 20));
        model.put(aDay("2026-01-06").at("H3").positive(19, 20));

        // When
        Parsed page = overview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("The 1 hospital that reports needs no attention");
        assertThat(page.one(".sub").text())
                .contains("1 of 3 hospitals has had responses", "Nothing is known of the other 2.");
        report(19, 20, "H4");
        assertThat(overview().one("h1").text()).isEqualTo("None of the 2 hospitals that report needs attention");
    }

    @Test
    void saysThatNoHospitalReportsWhereOnlyPublishedMonthsAreKnown() {
        // Given
        model.put(aMonth("2026-02").at("H1").positive(190, 200));

        // When
        Parsed one = overview();
        Parsed own = hospital();
        model.put(aMonth("2026-02").at("H2").positive(190, 200));
        Parsed two = overview();

        // Then
        assertThat(one.one("h1").text()).isEqualTo("The hospital does not report");
        assertThat(own.text()).contains("Nothing can be flagged here: only published months are known.");
        assertThat(two.one("h1").text()).isEqualTo("None of 2 hospitals reports");
    }

    @Test
    void saysOfASilentHospitalThatItNeedsAttention() {
        // Given
        report(19, 20, "H1", "H2");
        model.put(aSilence("H1", null, SilenceState.OPEN));

        // When
        Parsed page = overview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("1 of 2 hospitals needs attention");
        assertThat(page.row("H1")).startsWith("Quiet");
        assertThat(hospital().text()).contains("Nothing has come in from H1 since");
    }

    @Test
    void saysOfALineWithoutAnswersThatNothingCanBeSaidOfNow() {
        // Given
        report(19, 20, "H2");
        model.put(aDay("2026-01-05").at("H1").positive(19, 20));

        // When
        Parsed page = hospital();

        // Then
        assertThat(page.text())
                .contains("Nothing has come in in the last 28 days: nothing can be said of now.")
                .doesNotContain("Nothing has been flagged here.");
    }

    @Test
    void doesNotCallAHospitalWellWhileItIsLearnedAbout() {
        // Given
        model.put(aDay("2026-03-01").at("H1").positive(19, 20));

        // When
        Parsed page = overview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("Nothing can be flagged yet: what is usual is not known");
        assertThat(page.one(".sub").text())
                .contains("1 hospital is still learned about: nothing can be flagged there yet.");
        assertThat(page.row("H1")).startsWith("Learning its usual range");
        assertThat(hospital().text())
                .contains("Nothing can be flagged here yet: what is usual is still being learned.")
                .doesNotContain("Nothing has been flagged here.");
    }

    @Test
    void saysWhereThereAreTooFewAnswers() {
        // Given
        report(3, 7, "H1");

        // When
        Parsed page = overview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("Too few answers to say how hospitals are");
        assertThat(page.one(".sub").text()).contains("1 hospital has too few answers to show.");
        assertThat(hospital().text()).contains("Nothing has been flagged here, on few answers in the last 28 days.");
    }

    @Test
    void saysOfWhatIsNotWatchedThatNothingIsFlaggedThereWhateverHappens() {
        // Given
        model.put(aDay("2026-03-01").measure("fft-2020.negative").positive(1, 20));
        model.publish();

        // When
        Parsed page = Asked.of(
                new HospitalPage(names, pipeline.sources()),
                model.snapshot(),
                "/hospitals/H1?measure=fft-2020.negative");

        // Then
        assertThat(page.text()).contains("This is not watched: nothing is flagged here, whatever happens.");
    }

    @Test
    void saysNothingOfHospitalsWhereNothingHasComeIn() {
        // When
        Parsed empty = overview();
        pipeline.reading(ReaderStatus.Phase.CATCHING_UP, null);
        Parsed reading = overview();
        pipeline.in(State.STOPPED, 60);
        Parsed stopped = overview();

        // Then
        assertThat(empty.one("h1").text()).isEqualTo("No hospital has been heard from yet");
        assertThat(reading.one("h1").text()).isEqualTo("Heed is starting: nothing can be said of hospitals yet");
        assertThat(stopped.one("h1").text())
                .isEqualTo("No hospital has been heard from, and Heed does not listen since " + LOST);
    }

    @Test
    void isNotDoneWhileItCatchesUp() {
        // Given
        report(19, 20, "H1", "H2");

        // When
        pipeline.reading(ReaderStatus.Phase.CATCHING_UP, SimulatedPipeline.WALL);
        Parsed reading = overview();
        pipeline.reading(ReaderStatus.Phase.FOLLOWING, SimulatedPipeline.WALL).in(State.STARTING, 7);
        Parsed starting = overview();
        pipeline.in(State.STARTING, 60);
        Parsed startingLong = overview();

        // Then
        assertThat(List.of(reading.one("h1").text(), starting.one("h1").text()))
                .containsOnly("Heed is starting: not everything that has come in is counted yet");
        assertThat(startingLong.one("h1").text()).isEqualTo("How hospitals are is not known since " + LOST);
        assertThat(startingLong.row("H1")).startsWith("Not known now");
    }

    @Test
    void knowsOfNobodyWhileAllHasStopped() {
        // Given
        report(19, 20, "H1", "H2");
        List<SimulatedPipeline> stopped = List.of(
                new SimulatedPipeline().in(State.STOPPED, 60),
                new SimulatedPipeline().in(State.STALLED, 60),
                new SimulatedPipeline().reading(ReaderStatus.Phase.FOLLOWING, SimulatedPipeline.WALL.minusSeconds(60)),
                new SimulatedPipeline().reading(ReaderStatus.Phase.ENDED, SimulatedPipeline.WALL.minusSeconds(60)));
        model.publish();

        // When
        List<Parsed> pages = stopped.stream()
                .map(each -> PagesTest.withoutForms(
                        Asked.of(new OverviewPage(names, each.sources()), model.snapshot(), "/")))
                .toList();

        // Then
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.one("h1").text()).isEqualTo("How hospitals are is not known since " + LOST);
            assertThat(page.one(".sub").text())
                    .startsWith("Care goes on; what is shown was known then: nothing was flagged.");
            assertThat(page.row("H1")).startsWith("Not known now");
            assertThat(page.text()).doesNotContain("As usual", "needs attention");
        });
    }

    @Test
    void saysOfAStoppedHospitalAndDropThatNothingIsKnownOfNow() {
        // Given
        report(86, 100, "H1");
        pipeline.in(State.STOPPED, 60);

        // When
        Parsed fall = drop(aDrop().open());

        // Then
        assertThat(fall.one("h1").text())
                .isEqualTo("Rated very good or good fell from 91% to 78%; how it is now is not known");
        assertThat(fall.texts(".levels div")).containsExactly("Usual 91%", "Fell to 78%", "Now -");
        assertThat(fall.text())
                .contains(
                        "Now: not known since " + LOST + ".",
                        "still flagged; how it is is not known since 5 May, 11:59.");
        assertThat(hospital().one(".lost").text())
                .isEqualTo(
                        "Since " + LOST + " it is not known how this hospital is: what it sends is not worked on. What"
                                + " is shown here was known then.");
        assertThat(overview().one(".sub").text()).contains("1 hospital needed attention");
    }

    @Test
    void tellsHospitalsThatAreStuckFromThoseThatAreWell() {
        // Given
        report(19, 20, "H1", "H2", "H3", "H4");
        pipeline.stuckFor("H1", 60);

        // When
        Parsed page = overview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("Nothing is known of 1 of 4 hospitals since " + LOST);
        assertThat(page.one(".sub").text())
                .startsWith("Of 1 hospital nothing is known since " + LOST + ": what they send is not worked on.")
                .doesNotContain("artition");
        assertThat(page.row("H1")).startsWith("Not known now");
        assertThat(page.row("H2")).startsWith("As usual");
        assertThat(hospital().text())
                .contains("Nothing was flagged here when it was last known how this is.")
                .doesNotContain("As usual");
    }

    @Test
    void listsOfEveryDropHowItIsNow() {
        // Given
        report(86, 100, "H1");
        model.put(aDrop().open());
        model.publish();

        // When
        Parsed page = Asked.of(new DropsPage(names, pipeline.sources()), model.snapshot(), "/drops");

        // Then
        assertThat(page.row("H1: Rated very good or good")).startsWith("Falling", "91%", "78%", "86%");
    }
}
