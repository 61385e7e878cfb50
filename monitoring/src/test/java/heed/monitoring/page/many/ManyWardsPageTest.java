package heed.monitoring.page.many;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.WatchFixture.aBaseline;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.WatchFixture;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.schemas.Audience;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.figures.FalseShare;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ManyWardsPageTest {

    private static final String MEASURE = "fft-2020.positive";
    private static final Instant SINCE = Instant.parse("2026-01-10T10:00:00Z");

    private final Names names = new Names(Simulated.directory(), Questionnaires.shipped());
    private ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

    private Parsed page() {
        return page(new FalseShare(.10));
    }

    private Parsed page(FalseShare share) {
        model.publish();
        return Asked.of(new ManyWardsPage(names, SimulatedPipeline.running(), share), model.snapshot(), "/many-wards");
    }

    private void ward(int ward, double evidenceYears) {
        model.put(aBaseline(new SeriesKey("SIM-A", "W" + ward, MEASURE), SINCE, .9, evidenceYears));
    }

    private void fallenWard(int ward, double evidenceYears) {
        ward(ward, evidenceYears);
        model.put(aDrop().id("drop-" + ward)
                .at("SIM-A")
                .unit("W" + ward)
                .measure(MEASURE)
                .open());
    }

    private void calmWards(int first, int last) {
        for (int ward = first; ward <= last; ward++) {
            ward(ward, .05);
        }
    }

    @Test
    void listsTheLinesThatFellWithTheStrongestEvidenceFirst() {
        // Given
        calmWards(1, 197);
        fallenWard(198, 11_000);
        fallenWard(199, 23_456);
        fallenWard(200, 6_000);

        // When
        Parsed page = page();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("2 of 200 lines are on this list");
        assertThat(page.texts("tbody th"))
                .satisfiesExactly(first -> assertThat(first).contains("W199"), second -> assertThat(second)
                        .contains("W198"));
        assertThat(page.texts("tbody td:nth-of-type(1)")).containsExactly("20,000 years", "10,000 years");
        assertThat(page.attributes("tbody th a", "href")).containsExactly("/drops/drop-199", "/drops/drop-198");
    }

    @Test
    void saysInWordsWhichShareIsThereByChance() {
        // When // Then
        assertThat(page(new FalseShare(.10)).texts(".sub"))
                .containsExactly("Of the lines in this list, on average at most one in ten is there by chance.");
        assertThat(page(new FalseShare(.05)).texts(".sub"))
                .containsExactly("Of the lines in this list, on average at most one in twenty is there by chance.");
        assertThat(page(new FalseShare(.15)).texts(".sub"))
                .containsExactly("Of the lines in this list, on average at most 15 in 100 are there by chance.");
    }

    @Test
    void asksForMoreEvidenceTheMoreLinesAreWatched() {
        // Given
        fallenWard(1, 15_000);
        calmWards(2, 150);
        String among150 = page().one("h1").text();

        // When
        calmWards(151, 151);
        String among151 = page().one("h1").text();

        // Then
        assertThat(among150).isEqualTo("1 of 150 lines is on this list");
        assertThat(among151).isEqualTo("None of 151 lines is on this list");
    }

    @Test
    void leavesOutWhatHasEndedAndCountsNoLineThatIsStillLearnedOf() {
        // Given
        ward(1, 1_000_000);
        model.put(aDrop().at("SIM-A")
                .unit("W1")
                .measure(MEASURE)
                .recovered(Instant.parse("2026-02-17T11:20:00Z"))
                .build());
        model.put(WatchFixture.learning(new SeriesKey("SIM-A", "W2", MEASURE), SINCE));

        // When
        Parsed page = page();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("The one line is not on this list");
        assertThat(page.count("table")).isZero();
    }

    @Test
    void saysThatNothingIsWatchedYet() {
        // When // Then
        assertThat(page().one("h1").text()).isEqualTo("No line is watched yet");
    }

    @Test
    void tellsTheNowOfTooFewAnswersToNobody() {
        // Given
        fallenWard(1, 2_000_000);
        model.put(aDay(Simulated.TODAY).at("SIM-A").unit("W1").measure(MEASURE).positive(3, 9));

        // When
        Parsed page = page();

        // Then
        assertThat(page.texts("tbody td"))
                .startsWith("over a million years", "91%", "78%", "-")
                .doesNotContain("33%");
    }

    @Test
    void tellsThePublicOfNoWard() {
        // Given
        model = new ReadModel(Clock.systemUTC(), Disclosure.to(Audience.PUBLISHED, new Minimums(10, 21)));
        fallenWard(1, 2_000_000);

        // When
        Parsed page = page();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("No line is watched yet");
        assertThat(page.text()).doesNotContain("W1");
    }
}
