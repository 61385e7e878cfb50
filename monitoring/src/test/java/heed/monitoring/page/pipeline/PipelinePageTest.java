package heed.monitoring.page.pipeline;

import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedParts;
import heed.monitoring.WatchFixture;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.pipeline.PipelineParts;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.pipeline.TallySource;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.PartStands;
import heed.monitoring.view.pipeline.PipelineReport;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.monitoring.view.pipeline.Remedies;
import heed.schemas.SilenceState;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.ReaderStatus;
import heed.schemas.rejected.RejectionReason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelinePageTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final PipelineStatus.Status RUNNING = PipelineStatus.Status.running(NOW.minusSeconds(3_600));

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final SimulatedParts parts = new SimulatedParts().registry(NOW.minusSeconds(60), null);
    private PipelineStatus.Status status = RUNNING;
    private ReaderStatus reader = new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 0, NOW.minusSeconds(1), 0);

    private PipelineSources sources() {
        return new PipelineSources(() -> status, () -> reader, parts, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Parsed page() {
        model.publish();
        return Asked.of(
                new PipelinePage(new Names(Simulated.directory(), Questionnaires.shipped()), sources()),
                model.snapshot(),
                "/pipeline");
    }

    private void is(PipelineStatus.State state) {
        status = new PipelineStatus.Status(state, NOW.minusSeconds(90), List.of(), List.of());
    }

    /** Returns what the page says of a hospital. */
    private String chip(String code) {
        return page().one("tr:has(a[href=/hospitals/" + code + "]) .chip").text();
    }

    @Test
    void saysThatAllIsWell() {
        // When
        Parsed page = page();

        // Then
        assertThat(page.texts("h1")).containsExactly("The pipeline runs");
        assertThat(page.one("h1 + p").text())
                .isEqualTo("Nothing waits, and what became of every record is known. All 6 parts are well: broker,"
                        + " schema registry, stream threads, restore, work and page.");
        assertThat(page.attributes("a", "href")).contains("/runbooks");
        assertThat(page.text())
                .contains("Nothing waits, and what became of every record is known.")
                .contains("2 of 2 alive, 4 partitions of the feedback topic; running for 60 min")
                .contains("Last answer 60 s ago")
                .doesNotContain("Look here");
    }

    @Test
    void sumsUpWhatIsWellAndWhatIsNotBeforeItLists() {
        // Given
        reader = new ReaderStatus(ReaderStatus.Phase.CATCHING_UP, 0, NOW.minusSeconds(1), 0);
        parts.registry(NOW.minusSeconds(60), NOW.minusSeconds(3)).threads(1);

        // When
        Parsed page = page();

        // Then
        assertThat(page.one("h1 + p").text())
                .isEqualTo("Look at 3 of 6 parts: schema registry, stream threads and page. Well are: broker, restore"
                        + " and work.");
        assertThat(page.texts("h1 + p + ul li")).hasSize(3);
        assertThat(page.texts("#parts + div tr:has(.chip.red) th"))
                .containsExactly("Schema registry", "Stream threads", "Page");
    }

    /** No trouble is told of whose part is said to be well. */
    @Test
    void callsNoPartWellWhereThereIsTrouble() {
        // When
        List<PipelineReport> troubled = new ArrayList<>();
        for (PipelineStatus.State state : PipelineStatus.State.values()) {
            is(state);
            troubled.add(sources().report());
        }
        status = new PipelineStatus.Status(PipelineStatus.State.RUNNING, NOW, List.of(), List.of("it died"));
        troubled.add(sources().report());
        status = RUNNING;
        PipelineReport well = sources().report();
        parts.tally(3, new TallySource.Tally(10, 9, 0, 0, 0, 0, Map.of()));
        troubled.add(sources().report());
        reader = new ReaderStatus(ReaderStatus.Phase.ENDED, 0, NOW.minusSeconds(1), 0);
        troubled.add(sources().report());

        // Then
        assertThat(well.troubles()).isEmpty();
        assertThat(well.stands().unwell()).isEmpty();
        assertThat(troubled)
                .filteredOn(each -> !each.troubles().isEmpty())
                .hasSizeGreaterThan(4)
                .allSatisfy(each -> assertThat(each.stands().summary()).startsWith("Look at "));
    }

    @Test
    void saysOfOnePartThatIsNotWellAndOfOneThatIs() {
        // When
        var one = new PartStands(Set.of(PartStands.Part.WORK));
        var butOne = new PartStands(EnumSet.complementOf(EnumSet.of(PartStands.Part.PAGE)));
        var none = new PartStands(EnumSet.allOf(PartStands.Part.class));

        // Then
        assertThat(one.summary())
                .isEqualTo("Look at 1 of 6 parts: work. Well are: broker, schema registry, stream threads, restore and"
                        + " page.");
        assertThat(butOne.summary()).endsWith(" Well is: page.");
        assertThat(none.summary()).endsWith("work and page.");
    }

    @Test
    void addsUpWhatBecameOfRecordsAndSaysWhatToDoAboutRejectedOnes() {
        // When
        Parsed page = page();

        // Then
        assertThat(page.row("Together")).containsExactly("2,015", "1,990", "8", "5", "4", "2", "6", "0");
        assertThat(page.row("bad_unit"))
                .satisfiesExactly(
                        records -> assertThat(records).isEqualTo("3"),
                        meaning -> assertThat(meaning).startsWith("The unit is not a code"),
                        remedy -> assertThat(remedy)
                                .startsWith(
                                        "have the sender use codes of A-Z a-z 0-9 . _ - only, a letter or digit first"));
        assertThat(page.row("too_late")).startsWith("3");
        assertThat(RejectionReason.values())
                .allSatisfy(reason -> assertThat(Remedies.of(reason)).isNotBlank());
    }

    @Test
    void tellsALostRecordFromOneInWork() {
        // Given
        parts.tally(3, new TallySource.Tally(10, 9, 0, 0, 0, 0, Map.of()));

        // When
        parts.waiting(3, 1, NOW);
        List<String> inWork = sources().report().troubles();
        parts.waiting(3, 0, NOW);
        List<String> lost = sources().report().troubles();

        // Then
        assertThat(inWork).isEmpty();
        assertThat(lost)
                .containsExactly("Partition 3: 1 record is not accounted for. Do not publish its hospitals' figures"
                        + " before the runbook HeedLedgerUnbalanced is done.");
    }

    @Test
    void isStuckOnAPartitionAfterSevenSecondsWithoutOneDone() {
        // When
        parts.waiting(2, 12, NOW.minusSeconds(7));
        List<String> patient = sources().report().troubles();
        parts.waiting(2, 12, NOW.minusMillis(7_001));

        // Then
        assertThat(patient).isEmpty();
        assertThat(sources().report().title()).isEqualTo("The pipeline is stuck");
        assertThat(sources().report().troubles())
                .containsExactly("12 records wait on partition 2, and none has been done for 7 s.");
    }

    @Test
    void tellsQuietHospitalsFromStuckOnes() {
        // Given
        model.put(aDay(Simulated.TODAY).at("SIM-A").asOf(Simulated.NOW).positive(18, 20));
        model.put(aDay(Simulated.TODAY).at("SIM-B").asOf(Simulated.NOW).positive(18, 20));
        model.put(aDay(Simulated.TODAY).at("SIM-C").asOf(Simulated.NOW).positive(18, 20));
        model.put(aDay(Simulated.TODAY).at("SIM-D").asOf(Simulated.NOW).positive(18, 20));
        model.put(WatchFixture.aSilence("SIM-B", null, SilenceState.OPEN));
        parts.waiting(parts.partitionOf("SIM-C"), 5, NOW.minusSeconds(30)).without(parts.partitionOf("SIM-D"));

        // When // Then
        assertThat(chip("SIM-A")).isEqualTo("Nothing flagged");
        assertThat(chip("SIM-B")).isEqualTo("Quiet");
        assertThat(chip("SIM-C")).isEqualTo("Stuck");
        assertThat(chip("SIM-D")).isEqualTo("On another instance");
    }

    @Test
    void takesAQuietHospitalForStuckWhereThePipelineIs() {
        // Given
        model.put(aDay(Simulated.TODAY).at("SIM-B").asOf(Simulated.NOW).positive(18, 20));
        model.put(WatchFixture.aSilence("SIM-B", null, SilenceState.OPEN));

        // When
        is(PipelineStatus.State.STALLED);

        // Then
        assertThat(chip("SIM-B")).isEqualTo("Stuck");
    }

    @Test
    void saysOfEveryHospitalThatItWaitsForTheStart() {
        // Given
        model.put(aDay(Simulated.TODAY).at("SIM-A").asOf(Simulated.NOW).positive(18, 20));

        // When
        is(PipelineStatus.State.STARTING);

        // Then
        assertThat(chip("SIM-A")).isEqualTo("Waits for the start");
    }

    @Test
    void saysHowMuchIsLeftToRestore() {
        // Given
        is(PipelineStatus.State.STARTING);
        parts.restoring(
                new PipelineParts.Restoring("score-panes", 1, 1_200), new PipelineParts.Restoring("watch-keys", 0, 34));

        // When
        Parsed page = page();

        // Then
        assertThat(page.texts("h1")).containsExactly("The pipeline is starting");
        assertThat(page.text())
                .contains("1,234 records of state are left to restore; records wait until then.")
                .contains("1,234 records left in 2 stores, most in score-panes of partition 1");
    }

    @Test
    void namesTheBrokerTheRegistryAndTheThreadsThatFail() {
        // Given
        reader = new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 0, NOW.minusSeconds(20), 0);
        parts.registry(NOW.minusSeconds(60), NOW.minusSeconds(3)).threads(1);

        // When // Then
        assertThat(sources().report().title()).isEqualTo("The pipeline runs, with trouble");
        assertThat(sources().report().troubles())
                .containsExactly(
                        "No broker has answered for 20 s: nothing can be read or written.",
                        "Only 1 of 2 stream threads is alive.",
                        "The schema registry did not answer 3 s ago: records whose schema is not known yet wait for"
                                + " it.");
    }

    @Test
    void forgetsAFailureOfTheRegistryOnceItAnswers() {
        // Given
        parts.registry(NOW.minusSeconds(3), NOW.minusSeconds(60));

        // When // Then
        assertThat(sources().report().troubles()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWhereTheStateAloneTellsOfIt() {
        // When
        is(PipelineStatus.State.STALLED);
        PipelineReport stalled = sources().report();
        is(PipelineStatus.State.STOPPED);
        PipelineReport stopping = sources().report();

        // Then
        assertThat(stalled.title()).isEqualTo("The pipeline is stuck");
        assertThat(stalled.troubles()).containsExactly("Records wait, and none has been done for longer than 7 s.");
        assertThat(stopping.title()).isEqualTo("The pipeline has stopped");
        assertThat(stopping.troubles()).containsExactly("It is shutting down: nothing more is worked on.");
    }

    @Test
    void saysThatOnlyANewStartHelps() {
        // Given
        status = new PipelineStatus.Status(
                PipelineStatus.State.STOPPED, NOW, List.of(), List.of("no stream thread is alive"));

        // When // Then
        assertThat(sources().report().title()).isEqualTo("The pipeline has stopped");
        assertThat(sources().report().troubles()).containsExactly("Only a new start helps: no stream thread is alive.");
    }
}
