package heed.monitoring.site;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.WatchFixture.aSilence;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.hospital.HospitalPage;
import heed.schemas.DropPhase;
import heed.schemas.DropTurn;
import heed.schemas.SilenceState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Makes each state that hospitals can be in where all is running, and reads what overview and hospital say of it. */
class SaidTest {

    private final SaidPages pages = new SaidPages();

    @Test
    void saysThatNoneNeedsAttentionWhereAllReportAndAreWatched() {
        // Given
        pages.report(19, 20, "H1", "H2", "H3");

        // When
        Parsed page = pages.overview();

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
        pages.report(19, 20, "H1");

        // When
        Parsed page = pages.overview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("The hospital needs no attention");
        assertThat(pages.hospital().text())
                .contains("Nothing has been flagged here. Watched for falls since 10 January 2026, 10:00.");
    }

    @Test
    void doesNotCallHospitalsWellThatDoNotReport() {
        // Given
        pages.report(19, 20, "H1");
        pages.model.put(aDay("2026-01-05").at("H2").positive(19, 20));
        pages.model.put(aDay("2026-01-06").at("H3").positive(19, 20));

        // When
        Parsed page = pages.overview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("The 1 hospital that reports needs no attention");
        assertThat(page.one(".sub").text())
                .contains("1 of 3 hospitals has had responses", "Of the other 2 nothing is known.");
        pages.report(19, 20, "H4");
        assertThat(pages.overview().one("h1").text()).isEqualTo("None of the 2 hospitals that report needs attention");
    }

    @Test
    void saysThatNoHospitalReportsWhereOnlyPublishedMonthsAreKnown() {
        // Given
        pages.model.put(aMonth("2026-02").at("H1").positive(190, 200));

        // When
        Parsed one = pages.overview();
        Parsed own = pages.hospital();
        pages.model.put(aMonth("2026-02").at("H2").positive(190, 200));
        Parsed two = pages.overview();

        // Then
        assertThat(one.one("h1").text()).isEqualTo("The hospital does not report");
        assertThat(own.text()).contains("Nothing can be flagged here: only published months are known.");
        assertThat(two.one("h1").text()).isEqualTo("None of 2 hospitals reports");
        assertThat(two.one(".sub").text()).contains("Of them only published months are known.");
    }

    @Test
    void tellsHospitalsOfWhichOnlyPublishedMonthsAreKnownFromThoseOfWhichNothingIs() {
        // Given
        pages.report(19, 20, "H1");
        pages.model.put(aMonth("2026-02").at("H2").positive(190, 200));
        Parsed published = pages.overview();
        pages.model.put(aDay("2026-01-06").at("H3").positive(19, 20));

        // When
        Parsed both = pages.overview();

        // Then
        assertThat(published.one(".sub").text()).contains("Of the other one only published months are known.");
        assertThat(both.one(".sub").text())
                .contains("Of 1 hospital only published months are known. Of 1 hospital nothing is known.");
    }

    @Test
    void saysOfASilentHospitalThatItNeedsAttention() {
        // Given
        pages.report(19, 20, "H1", "H2");
        pages.model.put(aSilence("H1", null, SilenceState.OPEN));

        // When
        Parsed page = pages.overview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("1 of 2 hospitals needs attention");
        assertThat(page.row("H1")).startsWith("Quiet");
        assertThat(pages.hospital().text()).contains("Nothing has come in from H1 since");
    }

    @Test
    void countsNoHospitalAmongThoseThatReportForBeingQuietOrHavingFallenLongAgo() {
        // Given
        pages.report(19, 20, "H1");
        pages.model.put(aDay("2026-01-05").at("H2").positive(19, 20));
        pages.model.put(aSilence("H2", null, SilenceState.OPEN));
        pages.model.put(aDay("2026-01-06").at("H3").positive(9, 20));
        pages.model.put(aDrop().at("H3").open());

        // When
        Parsed page = pages.overview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("2 of 3 hospitals need attention");
        assertThat(page.one(".sub").text())
                .startsWith("1 of 3 hospitals has had responses in the last 28 days")
                .contains("Of the other 2 nothing is known.");
    }

    @Test
    void callsNoLineOfAPlaceThatHasGoneQuietAsUsual() {
        // Given
        pages.report(19, 20, "H1");
        pages.model.put(aDay("2026-03-01").unit("W1").positive(19, 20));
        pages.model.put(aDay("2026-03-01").unit("W2").positive(19, 20));
        pages.model.put(aSilence("H1", "W2", SilenceState.OPEN));
        Parsed ofWard = pages.hospital();
        pages.model.put(aSilence("H1", null, SilenceState.OPEN));

        // When
        Parsed ofWhole = pages.hospital();

        // Then
        assertThat(ofWard.texts("table td.words")).containsExactly("As usual", "Learning its usual range", "Quiet");
        assertThat(ofWhole.texts("table td.words")).containsExactly("Quiet", "Quiet", "Quiet");
        assertThat(ofWhole.text())
                .contains("Nothing comes in from here now: how this is can't be said.")
                .doesNotContain("As usual", "Nothing has been flagged here.");
    }

    @Test
    void saysOfALineWithoutAnswersThatNothingCanBeSaidOfNow() {
        // Given
        pages.report(19, 20, "H2");
        pages.model.put(aDay("2026-01-05").at("H1").positive(19, 20));

        // When
        Parsed page = pages.hospital();

        // Then
        assertThat(page.text())
                .contains("Nothing has come in in the last 28 days: nothing can be said of now.")
                .doesNotContain("Nothing has been flagged here.");
    }

    @Test
    void doesNotCallAHospitalWellWhileItIsLearnedAbout() {
        // Given
        pages.model.put(aDay("2026-03-01").at("H1").positive(19, 20));

        // When
        Parsed page = pages.overview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("Nothing can be flagged yet: what is usual is not known");
        assertThat(page.one(".sub").text())
                .contains("1 hospital is still learned about: nothing can be flagged there yet.");
        assertThat(page.row("H1")).startsWith("Learning its usual range");
        assertThat(pages.hospital().text())
                .contains("Nothing can be flagged here yet: what is usual is still being learned.")
                .doesNotContain("Nothing has been flagged here.");
    }

    @Test
    void saysWhereThereAreTooFewAnswers() {
        // Given
        pages.report(3, 7, "H1");

        // When
        Parsed page = pages.overview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("Too few answers to say how hospitals are");
        assertThat(page.one(".sub").text()).contains("1 hospital has too few answers to show.");
        assertThat(pages.hospital().text())
                .contains("Nothing has been flagged here, on few answers in the last 28 days.");
    }

    @Test
    void saysOfWhatIsNotWatchedThatNothingIsFlaggedThereWhateverHappens() {
        // Given
        pages.model.put(aDay("2026-03-01").measure("fft-2020.negative").positive(1, 20));
        pages.model.publish();

        // When
        Parsed page = Asked.of(
                new HospitalPage(pages.names, pages.pipeline.sources()),
                pages.model.snapshot(),
                "/hospitals/H1?measure=fft-2020.negative");

        // Then
        assertThat(page.text()).contains("This is not watched: nothing is flagged here, whatever happens.");
    }

    @Test
    void tellsOfADropThatWasRaisedAgainHowLowItEverGot() {
        // Given
        Instant first = Instant.parse("2026-01-24T10:41:00Z");
        Instant again = Instant.parse("2026-02-24T10:41:00Z");
        pages.report(86, 100, "H1");

        // When
        Parsed page = pages.drop(aDrop().between(first, first)
                .with(drop -> drop.setPhase(DropPhase.REOPENED)
                        .setReopenedAt(again)
                        .setTurns(List.of(
                                new DropTurn(first, DropPhase.OPEN, .684, first),
                                new DropTurn(first, DropPhase.EASED, .6, first),
                                new DropTurn(again, DropPhase.REOPENED, .781, again))))
                .open());

        // Then
        assertThat(page.one("h1").text()).isEqualTo("Rated very good or good fell from 91% to 68%; now 86%");
        assertThat(page.texts(".levels div")).containsExactly("Usual 91%", "Fell to 68%", "Now 86%");
        assertThat(page.text()).contains("Estimated since it was flagged again: 78%, from about 112 answers");
    }
}
