package heed.monitoring.site;

import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.EpisodeFixture;
import heed.monitoring.MovementFixture;
import heed.monitoring.html.Parsed;
import heed.schemas.Episode;
import heed.schemas.record.RecordCopy;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Makes each state that many hospitals at once can be in, and reads what overview and drop say of it. */
class SaidTogetherTest {

    private static final String MANY = "11 of 40 hospitals fell in the same weeks.";

    private final SaidPages pages = new SaidPages();

    @Test
    void saysInEitherLanguageThatManyFellAtOnceAndByHowMuchAllMoved() {
        // Given
        pages.report(86, 100, "H1", "H2");
        pages.model.put(EpisodeFixture.anEpisode());
        pages.model.put(MovementFixture.week("2026-02-23", -0.021));
        pages.model.put(MovementFixture.week("2026-04-06", -0.5));

        // When
        Parsed page = pages.overview();
        Parsed welsh = pages.welshOverview();

        // Then
        assertThat(page.texts(".episode p"))
                .containsExactly(MANY
                        + " In the week from 23 February 2026 all hospitals together stood -2.1 points from where"
                        + " they stood before (95% range -2.5 to -1.7).");
        assertThat(welsh.texts(".episode p"))
                .containsExactly(
                        "Disgynnodd 11 o 40 ysbyty yn yr un wythnosau. Yn yr wythnos o 23 Chwefror 2026 safai'r"
                                + " ysbytai i gyd gyda'i gilydd -2.1 pwynt o ble'r oeddent cynt (ystod 95% -2.5 i -1.7).");
    }

    @Test
    void saysNothingOfItOnceTheEpisodeIsOver() {
        // Given
        pages.report(86, 100, "H1", "H2");
        pages.model.put(RecordCopy.of(EpisodeFixture.anEpisode(), Episode.newBuilder())
                .setEndsAt(Instant.parse("2026-03-01T12:00:00Z"))
                .build());

        // When
        Parsed page = pages.overview();

        // Then
        assertThat(page.count(".episode")).isZero();
    }

    @Test
    void saysItBesideADropThatWasRaisedInTheseWeeksAndBesideNoOther() {
        // Given
        pages.report(86, 100, "H1");
        pages.model.put(EpisodeFixture.anEpisode());

        // When
        Parsed within = pages.drop(aDrop().open());
        Parsed before = pages.drop(aDrop().id("b")
                .at("H2")
                .between(Instant.parse("2026-01-02T10:00:00Z"), Instant.parse("2026-02-09T09:59:59Z"))
                .open());
        Parsed other = pages.drop(aDrop().id("c").measure("fft-2020.negative").open());

        // Then
        assertThat(within.texts("p.episode")).containsExactly(MANY);
        assertThat(before.count("p.episode")).isZero();
        assertThat(other.count("p.episode")).isZero();
    }

    @Test
    void saysOfARecoveredFallAtWhatScoreItEnded() {
        // Given
        pages.report(92, 100, "H1");

        // When
        Parsed page = pages.drop(aDrop().recovered(Instant.parse("2026-02-27T11:20:00Z"))
                .with(drop -> drop.setScoreBack(.924).setResponsesBack(118.4))
                .build());

        // Then
        assertThat(page.text()).contains("recovered: back at its usual level, 92% from 118 answers.");
    }

    @Test
    void saysOfARecoveredFallNoScoreOfTooFewAnswers() {
        // Given
        pages.report(92, 100, "H1");

        // When
        Parsed page = pages.drop(aDrop().recovered(Instant.parse("2026-02-27T11:20:00Z"))
                .with(drop -> drop.setScoreBack(.924).setResponsesBack(9.9))
                .build());

        // Then
        assertThat(page.text()).contains("recovered: back at its usual level.").doesNotContain("92% from 10");
    }

    @Test
    void saysTheOverviewsSentenceInEitherLanguage() {
        // Given
        pages.report(19, 20, "H1", "H2", "H3");

        // When
        Parsed page = pages.overview();
        Parsed welsh = pages.welshOverview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("None of 3 hospitals needs attention");
        assertThat(page.text()).doesNotContain("Nid oes");
        assertThat(welsh.one("h1").text()).isEqualTo("Nid oes angen sylw ar yr un o 3 ysbyty");
    }
}
