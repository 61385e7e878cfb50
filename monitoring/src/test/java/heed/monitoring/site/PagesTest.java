package heed.monitoring.site;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.LeagueFixture;
import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.WatchFixture;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.drop.DropPage;
import heed.monitoring.page.drop.DropsPage;
import heed.monitoring.page.hospital.HospitalPage;
import heed.monitoring.page.overview.OverviewPage;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.monitoring.view.Words;
import heed.schemas.DropPhase;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String NAME = "Saint <script>alert('1')</script> & \"Co\"";
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final Names names = new Names(
            HospitalDirectory.of(List.of(new Hospital("H1", NAME, LONDON)), LONDON), Questionnaires.shipped());

    private Parsed overview() {
        model.publish();
        return withoutForms(Asked.of(new OverviewPage(names, SimulatedPipeline.running()), model.snapshot(), "/"));
    }

    /** Returns a page without what it offers to choose from, which is every state. */
    static Parsed withoutForms(Parsed page) {
        return page.without("form");
    }

    private Parsed hospital(String code) {
        model.publish();
        return Asked.of(new HospitalPage(names, SimulatedPipeline.running()), model.snapshot(), "/hospitals/" + code);
    }

    @Test
    void takesNamesForTextEverywhere() {
        // Given
        model.put(aDay(TODAY).positive(18, 20));
        model.put(aDrop().open());

        // When
        List<Parsed> all = List.of(
                overview(),
                hospital("H1"),
                Asked.of(
                        new DropPage(names, SimulatedPipeline.running(), 10),
                        model.snapshot(),
                        "/drops/" + aDrop().open().getDropId()),
                Asked.of(new DropsPage(names, SimulatedPipeline.running()), model.snapshot(), "/drops"));

        // Then
        assertThat(all).allSatisfy(page -> {
            assertThat(page.text()).contains(NAME);
            assertThat(page.count("script")).isZero();
        });
    }

    @Test
    void takesWhatTheReaderTypedForText() {
        // Given
        String typed = "\"><img src=x>";

        // When
        Parsed page = Asked.of(
                new OverviewPage(names, SimulatedPipeline.running()),
                model.snapshot(),
                "/?find=%22%3E%3Cimg src%3Dx%3E&measure=%3Cb%3E&region=%3Ci%3E");

        // Then
        assertThat(page.one("input[name=find]").attribute("value")).isEqualTo(typed);
        assertThat(page.count("img, i")).isZero();
    }

    @Test
    void neverShowsAScoreOfTooFewAnswers() {
        // Given
        model.put(aDay(TODAY).positive(8, 9));

        // When
        List<Parsed> pages = List.of(overview(), hospital("H1"));

        // Then
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.text()).contains("Too few to show (fewer than 10)").doesNotContain("89%");
            assertThat(page.texts("td, b")).doesNotContain("9");
        });
    }

    @Test
    void showsAScoreFromTheMinimumOnRoundedHalfUp() {
        // Given
        // 25 answers, 62.5% when 5 of 8 say yes: 12.5 rounds to 13
        model.put(aDay(TODAY).positive(5, 40));

        // When
        Parsed page = overview();

        // Then
        assertThat(page.texts("td.n")).contains("13%", "40");
    }

    @Test
    void saysNoResponsesWhereThereAreNoneAndZeroWhereTheScoreIsZero() {
        // Given
        model.put(aDay(TODAY).at("NONE").positive(0, 0));
        model.put(aDay(TODAY).at("ZERO").positive(0, 12));

        // When
        Parsed page = overview();

        // Then
        assertThat(page.row("NONE")).startsWith("No responses");
        assertThat(page.row("ZERO")).contains("0%");
        assertThat(page.text()).doesNotContain("Too few");
    }

    @Test
    void showsTheLastMonthOfAHospitalThatIsNoLongerHeardFrom() {
        // Given
        model.put(aMonth("2025-11").at("OLD").positive(941, 1000));
        model.put(aDay(TODAY).positive(18, 20));

        // When
        Parsed page = overview();

        // Then
        assertThat(page.text()).contains("No responses in the last 28 days. November 2025: 94% of 1,000 answers");
    }

    @Test
    void learnsUntilADropCanBeFlagged() {
        // Given
        model.put(aDay(TODAY).positive(190, 200));

        // When
        Parsed page = overview();

        // Then
        assertThat(page.texts(".chip")).contains("Learning its usual range").doesNotContain("As usual");
    }

    @Test
    void saysOfASteadyLevelFarBelowTheOthersThatItIsBelowTheirRange() {
        // Given
        model.put(aDay(TODAY).positive(100, 200));
        model.put(WatchFixture.aBaseline(
                new SeriesKey("H1", null, "fft-2020.positive"), Instant.parse("2026-02-01T10:00:00Z"), .5));
        LeagueFixture league =
                LeagueFixture.aLeague("fft-2020.positive", "2026-02").row("H1", 500, 1000);
        for (int other = 10; other < 22; other++) {
            league.row("H" + other, 900 + other, 1000);
        }
        league.into(model);

        // When
        Parsed page = hospital("H1");

        // Then
        assertThat(page.text()).contains("As usual Steady, and below the expected range of other hospitals");
    }

    @Test
    void learnsAnewFromALevelThatAPersonMadeTheUsualOneUntilTheWatchSaysThatItKnowsIt() {
        // Given
        Instant act = Instant.parse("2026-02-26T10:00:00Z");
        model.put(aDay(TODAY).positive(190, 200));
        model.put(aDrop().recovered(act)
                .with(drop -> drop.setPhase(DropPhase.REBASELINED))
                .build());
        Parsed learning = overview();
        model.put(WatchFixture.aBaseline(new SeriesKey("H1", null, "fft-2020.positive"), act, .95));

        // When
        Parsed watched = overview();

        // Then
        assertThat(learning.texts(".chip")).contains("Learning its usual range").doesNotContain("As usual");
        assertThat(watched.texts(".chip")).contains("As usual").doesNotContain("Learning its usual range");
    }

    @Test
    void saysWhoNeedsAttention() {
        // Given
        Simulated.scores(model);
        Parsed before = overview();

        // When
        Simulated.drops(model);

        // Then
        assertThat(before.texts("h1")).containsExactly("None of the 9 hospitals that report needs attention");
        assertThat(overview().texts("h1")).containsExactly("1 of 10 hospitals needs attention");
        assertThat(overview().text())
                .contains("major drop")
                .contains("Since about 18 February 2026. Estimated: 78%, from about 112 answers, between 71% and 84%.")
                .contains("back since 17 February 2026, low from about");
    }

    @Test
    void marksSimulatedHospitalsWithAChipInsteadOfTheWordInTheirName() {
        // Given
        Names simulated = new Names(Simulated.directory(), Questionnaires.shipped());
        Simulated.scores(model);

        // When
        Parsed page =
                Asked.of(new OverviewPage(simulated, SimulatedPipeline.running()), model.snapshot(), "/?find=ashcombe");

        // Then
        assertThat(page.texts("tbody th")).containsExactly("Ashcombe General Simulated");
        assertThat(page.texts("tbody th .chip")).containsExactly("Simulated");
        assertThat(page.text()).doesNotContain("(simulated)").doesNotContain("Brackenhill");
    }

    @Test
    void drawsGapsWhereDaysMayNotBeShown() {
        // Given
        // Two stretches of days with a month of silence between
        for (int back = 70; back >= 0; back--) {
            if (back < 20 || back > 50) {
                model.put(aDay(TODAY.minusDays(back)).positive(9, 10));
            }
        }

        // When
        Parsed page = hospital("H1");

        // Then
        assertThat(page.count("polyline.score")).isEqualTo(2);
    }

    @Test
    void tellsHowLongAgoInOneUnit() {
        // Given
        Instant now = Instant.parse("2026-03-01T12:00:00Z");

        // When // Then
        assertThat(Words.ago(now.minusSeconds(59), now)).isEqualTo("just now");
        assertThat(Words.ago(now.minusSeconds(60), now)).isEqualTo("1 min ago");
        assertThat(Words.ago(now.minusSeconds(3600), now)).isEqualTo("1 h ago");
        assertThat(Words.ago(now.minusSeconds(48 * 3600), now)).isEqualTo("2 days ago");
    }
}
