package heed.monitoring.site;

import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.SimulatedPipeline;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.drop.DropsPage;
import heed.monitoring.page.overview.OverviewPage;
import heed.monitoring.pipeline.PipelineStatus.State;
import heed.schemas.reader.ReaderStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Has the pipeline be stopped, stuck, starting or catching up, and reads that nothing is said to be well. */
class SaidWhileUnknownTest {

    private static final String LOST = "5 May 2030, 11:59";

    private final SaidPages pages = new SaidPages();

    @Test
    void saysNothingOfHospitalsWhereNothingHasComeIn() {
        // When
        Parsed empty = pages.overview();
        pages.pipeline.reading(ReaderStatus.Phase.CATCHING_UP, null);
        Parsed reading = pages.overview();
        pages.pipeline.in(State.STOPPED, 60);
        Parsed stopped = pages.overview();

        // Then
        assertThat(empty.one("h1").text()).isEqualTo("No hospital has been heard from yet");
        assertThat(reading.one("h1").text()).isEqualTo("Heed is starting: nothing can be said of hospitals yet");
        assertThat(stopped.one("h1").text())
                .isEqualTo("No hospital has been heard from, and Heed does not listen since " + LOST);
    }

    @Test
    void isNotDoneWhileItCatchesUp() {
        // Given
        pages.report(19, 20, "H1", "H2");

        // When
        pages.pipeline.reading(ReaderStatus.Phase.CATCHING_UP, SimulatedPipeline.WALL);
        Parsed reading = pages.overview();
        pages.pipeline
                .reading(ReaderStatus.Phase.FOLLOWING, SimulatedPipeline.WALL)
                .in(State.STARTING, 7);
        Parsed starting = pages.overview();
        pages.pipeline.in(State.STARTING, 60);
        Parsed startingLong = pages.overview();

        // Then
        assertThat(List.of(reading.one("h1").text(), starting.one("h1").text()))
                .containsOnly("Heed is starting: not everything that has come in is counted yet");
        assertThat(startingLong.one("h1").text()).isEqualTo("How hospitals are is not known since " + LOST);
        assertThat(startingLong.row("H1")).startsWith("Not known now");
    }

    @Test
    void knowsOfNobodyWhileAllHasStopped() {
        // Given
        pages.report(19, 20, "H1", "H2");
        List<SimulatedPipeline> stopped = List.of(
                new SimulatedPipeline().in(State.STOPPED, 60),
                new SimulatedPipeline().in(State.STALLED, 60),
                new SimulatedPipeline().reading(ReaderStatus.Phase.FOLLOWING, SimulatedPipeline.WALL.minusSeconds(60)),
                new SimulatedPipeline().reading(ReaderStatus.Phase.ENDED, SimulatedPipeline.WALL.minusSeconds(60)));
        pages.model.publish();

        // When
        List<Parsed> overviews = stopped.stream()
                .map(each -> PagesTest.withoutForms(
                        Asked.of(new OverviewPage(pages.names, each.sources()), pages.model.snapshot(), "/")))
                .toList();

        // Then
        assertThat(overviews).allSatisfy(page -> {
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
        pages.report(86, 100, "H1");
        pages.pipeline.in(State.STOPPED, 60);

        // When
        Parsed fall = pages.drop(aDrop().open());

        // Then
        assertThat(fall.one("h1").text())
                .isEqualTo("Rated very good or good fell from 91% to 78%; how it is now is not known");
        assertThat(fall.texts(".levels div")).containsExactly("Usual 91%", "Fell to 78%", "Now -");
        assertThat(fall.text())
                .contains(
                        "Now: not known since " + LOST + ".",
                        "still flagged; how it is is not known since 5 May, 11:59.");
        assertThat(pages.hospital().one(".lost").text())
                .isEqualTo(
                        "Since " + LOST + " it is not known how this hospital is: what it sends is not worked on. What"
                                + " is shown here was known then.");
        assertThat(pages.overview().one(".sub").text()).contains("1 hospital needed attention");
    }

    @Test
    void tellsHospitalsThatAreStuckFromThoseThatAreWell() {
        // Given
        pages.report(19, 20, "H1", "H2", "H3", "H4");
        pages.pipeline.stuckFor("H1", 60);

        // When
        Parsed page = pages.overview();

        // Then
        assertThat(page.one("h1").text()).isEqualTo("Nothing is known of 1 of 4 hospitals since " + LOST);
        assertThat(page.one(".sub").text())
                .startsWith("Of 1 hospital nothing is known since " + LOST + ": what they send is not worked on.")
                .doesNotContain("artition");
        assertThat(page.row("H1")).startsWith("Not known now");
        assertThat(page.row("H2")).startsWith("As usual");
        assertThat(pages.hospital().text())
                .contains("Nothing was flagged here when it was last known how this is.")
                .doesNotContain("As usual");
    }

    @Test
    void doesNotSayThatNoDropIsOpenWhereThatIsNotKnown() {
        // Given
        List<SimulatedPipeline> unknown = List.of(
                new SimulatedPipeline().in(State.STOPPED, 60),
                new SimulatedPipeline().in(State.STARTING, 7),
                new SimulatedPipeline().reading(ReaderStatus.Phase.CATCHING_UP, SimulatedPipeline.WALL),
                new SimulatedPipeline().stuckFor("H1", 60));
        List<String> nobody = headlines(List.of(pages.pipeline));
        pages.report(19, 20, "H1", "H2");

        // When
        List<String> headlines = headlines(unknown);

        // Then
        assertThat(headlines)
                .containsOnly("As far as is known no drop is open | As far as is known nothing has been flagged.");
        assertThat(nobody)
                .containsExactly("As far as is known no drop is open | As far as is known nothing has been flagged.");
        assertThat(headlines(List.of(pages.pipeline)))
                .containsExactly("No drop is open | Nothing has been flagged so far.");
    }

    private List<String> headlines(List<SimulatedPipeline> pipelines) {
        pages.model.publish();
        return pipelines.stream()
                .map(each -> Asked.of(new DropsPage(pages.names, each.sources()), pages.model.snapshot(), "/drops"))
                .map(page -> page.one("h1").text() + " | " + page.one("p.panel").text())
                .toList();
    }
}
