package heed.monitoring.site;

import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.drop.DropsPage;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.DropTurn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Makes each state that a drop can be in, and reads what overview, hospital and drop say of it. */
class SaidOfFallsTest {

    private final SaidPages pages = new SaidPages();

    @Test
    void saysOfAFallHowItIsNowBesideHowLowItWas() {
        // Given
        pages.report(86, 100, "H1", "H2");
        Drop drop = aDrop().open();

        // When
        Parsed page = pages.drop(drop);

        // Then
        assertThat(page.one("h1").text()).isEqualTo("Rated very good or good fell from 91% to 78%; now 86%");
        assertThat(page.texts(".levels div")).containsExactly("Usual 91%", "Fell to 78%", "Now 86%");
        assertThat(page.text())
                .contains(
                        "Estimated: 78%, from about 112 answers, between 71% and 84%. Now: 100 answers of the last 7"
                                + " days. First flagged on 24 February 2026.",
                        "Now still flagged: 86% over the last 7 days", "New nobody has picked it up");
        assertThat(pages.overview().one("h1").text()).isEqualTo("1 of 2 hospitals needs attention");
        assertThat(pages.overview().texts("[data-drop] .levels div"))
                .containsExactly("Usual 91%", "Fell to 78%", "Now 86%");
        assertThat(pages.hospital().text()).contains("Now still flagged: 86% over the last 7 days");
    }

    @Test
    void saysWhyADropIsStillOpenWhoseScoreIsUpAgainAndOfNoOther() {
        // Given
        String why = "The score is up again; this stays open until it has stayed near what it was before.";
        Drop eased = aDrop().with(
                        drop -> drop.setPhase(DropPhase.EASED).setEasedAt(Instant.parse("2026-02-27T10:00:00Z")))
                .open();
        pages.report(90, 100, "H1");
        List<String> notEased =
                List.of(pages.drop(aDrop().open()).text(), pages.overview().text());

        // When
        List<String> up = List.of(pages.drop(eased).text(), pages.overview().text());
        String welsh = pages.welsh(eased).text();
        pages.report(79, 100, "H1");
        List<String> low = List.of(pages.drop(eased).text(), pages.overview().text());

        // Then
        assertThat(notEased).noneMatch(text -> text.contains(why));
        assertThat(up).allMatch(text -> text.contains(why));
        assertThat(welsh)
                .doesNotContain(why)
                .contains(
                        "Mae'r sgôr wedi codi eto; mae hwn yn aros yn agored nes bydd wedi aros yn agos at yr hyn ydoedd o'r blaen.");
        assertThat(low).noneMatch(text -> text.contains(why));
    }

    @Test
    void saysOfAFallWithinLearningHowManyMeasuresShowOneByChance() {
        // Given
        pages.report(86, 100, "H1");
        Instant found = Instant.parse("2026-02-24T10:00:00Z");
        pages.drop(aDrop().with(each -> each.setPhase(DropPhase.FOUND_IN_LEARNING)
                        .setTurns(List.of(new DropTurn(found, DropPhase.FOUND_IN_LEARNING, .78, found))))
                .open());

        // When
        Parsed page = pages.overview();

        // Then
        assertThat(page.text())
                .contains("Where nothing has changed, about one measure in 50 looks like this.")
                .doesNotContain("Chance alone would show this");
    }

    @Test
    void saysOfAFallThatGoesOnHowLowItIsByNow() {
        // Given
        pages.report(70, 100, "H1");

        // When
        Parsed page = pages.drop(aDrop().open());

        // Then
        assertThat(page.one("h1").text()).isEqualTo("Rated very good or good fell from 91% to 78%; now 70%");
        assertThat(page.texts(".levels div")).containsExactly("Usual 91%", "Fell to 70%", "Now 70%");
    }

    @Test
    void saysOfARecoveredFallThatItIsOver() {
        // Given
        pages.report(92, 100, "H1");
        Drop drop = aDrop().recovered(Instant.parse("2026-02-27T11:20:00Z")).build();

        // When
        Parsed page = pages.drop(drop);

        // Then
        assertThat(page.one("h1").text()).isEqualTo("Rated very good or good fell from 91% to 78%, and came back");
        assertThat(page.texts(".stage")).containsExactly("Over before anybody picked it up");
        assertThat(page.text())
                .contains("Now no longer flagged: 92% over the last 7 days")
                .doesNotContain("nobody has picked it up");
        assertThat(pages.overview().one("h1").text()).isEqualTo("The hospital needs no attention");
        assertThat(pages.overview().row("H1")).startsWith("Recovered");
        assertThat(pages.overview().texts("[data-drop]"))
                .singleElement()
                .asString()
                .endsWith("Usual 91%, now 92%.");
        assertThat(pages.overview().count(".stage")).isZero();
    }

    @Test
    void saysOfAFallThatIsUsualNowThatItIs() {
        // Given
        pages.report(78, 100, "H1");

        // When
        Parsed page = pages.drop(aDrop().recovered(Instant.parse("2026-02-26T10:00:00Z"))
                .with(each -> each.setPhase(DropPhase.REBASELINED).setState(DropState.RECOVERED))
                .build());

        // Then
        assertThat(page.one("h1").text())
                .isEqualTo("Rated very good or good fell from 91% to 78%, which counts as usual now");
    }

    @Test
    void saysOfAFallWithFewAnswersNowThatTheyAreTooFewToShow() {
        // Given
        pages.report(3, 7, "H1");

        // When
        Parsed page = pages.drop(aDrop().open());

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
        pages.report(18, 20, "H2");

        // When
        Parsed page = pages.drop(aDrop().open());

        // Then
        assertThat(page.text()).contains("Now: no responses in the last 7 days.");
    }

    @Test
    void listsOfEveryDropHowItIsNow() {
        // Given
        pages.report(86, 100, "H1");
        pages.model.put(aDrop().open());
        pages.model.publish();

        // When
        Parsed page = Asked.of(new DropsPage(pages.names, pages.pipeline.sources()), pages.model.snapshot(), "/drops");

        // Then
        assertThat(page.row("H1: Rated very good or good")).startsWith("Falling", "91%", "78%", "86%");
    }
}
