package heed.monitoring.meters;

import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.actions.ActionCounts;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.ActionKind;
import heed.schemas.Audience;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.reader.ReaderStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetersTest {

    private final Meters meters = new Meters(Simulated.STAFF);
    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

    @AfterEach
    void close() {
        meters.close();
    }

    private void bindModel() {
        meters.bindReadModel(
                model,
                HospitalDirectory.empty(),
                () -> new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 3, Instant.now(), 0));
    }

    @Test
    void countsHowManyScoresReachedThePageInTimeAndNoFinalOnes() {
        // Given
        Instant now = Instant.parse("2026-03-01T12:00:07Z");
        ReadModel timed = new ReadModel(Clock.fixed(now, ZoneOffset.UTC), Simulated.STAFF);
        meters.bindReadModel(
                timed, HospitalDirectory.empty(), () -> new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 0, now, 0));
        timed.publish();

        // When
        timed.put(aDay("2026-03-01").asOf("2026-03-01T12:00:06Z").positive(18, 20));
        timed.put(aDay("2026-03-01").at("H2").asOf("2026-03-01T12:00:00Z").positive(18, 20));
        timed.put(aDay("2026-03-01")
                .at("H3")
                .asOf("2026-03-01T12:00:00Z")
                .closed()
                .positive(18, 20));
        timed.publish();

        // Then
        assertThat(Scraped.from(meters))
                .containsEntry("heed_freshness_seconds_bucket{le=\"5.0\"}", 1.0)
                .containsEntry("heed_freshness_seconds_bucket{le=\"10.0\"}", 2.0)
                .containsEntry("heed_freshness_seconds_count", 2.0)
                .containsEntry("heed_freshness_seconds_sum", 8.0);
    }

    @Test
    void countsWhatBecameOfActsFromTheFirstScrapeOn() {
        // Given
        ActionCounts counts = meters.bindActions();
        Map<String, Double> before = Scraped.from(meters);

        // When
        counts.count(ActionKind.NOTED, ActionCounts.Outcome.RECORDED);
        counts.count(ActionKind.NOTED, ActionCounts.Outcome.RECORDED);
        counts.count(ActionKind.RESOLVED, ActionCounts.Outcome.NOT_WRITTEN);

        // Then
        assertThat(before)
                .containsEntry("heed_actions_total{kind=\"NOTED\",outcome=\"RECORDED\"}", 0.0)
                .containsEntry("heed_actions_total{kind=\"ASSIGNED\",outcome=\"TURNED_AWAY\"}", 0.0);
        assertThat(Scraped.from(meters))
                .hasSameSizeAs(before)
                .containsEntry("heed_actions_total{kind=\"NOTED\",outcome=\"RECORDED\"}", 2.0)
                .containsEntry("heed_actions_total{kind=\"RESOLVED\",outcome=\"NOT_WRITTEN\"}", 1.0);
    }

    @Test
    void exposesProcessAndPipelineWithoutNan(@TempDir Path data) {
        // Given
        meters.bindProcess();
        meters.bindDataDirectory(data);
        meters.bindPipeline(() -> PipelineStatus.Status.running(Instant.now()));
        meters.bindKafka(new MockConsumer<String, String>("earliest"));
        bindModel();

        // When
        Map<String, Double> scraped = Scraped.from(meters);

        // Then
        assertThat(scraped.values()).noneMatch(value -> value.isNaN());
        assertThat(scraped).containsEntry("heed_pipeline_state{state=\"RUNNING\"}", 1.0);
        assertThat(scraped.get("heed_data_free_bytes")).isPositive();
        assertThat(scraped).hasSizeLessThan(150);
    }

    @Test
    void tellsEverybodyNothingOfTheProcessThatWorkMoves(@TempDir Path data) {
        // Given
        Meters everybody = new Meters(Disclosure.to(Audience.PUBLISHED, new Minimums(10, 21)));

        // When
        everybody.bindProcess();
        everybody.bindDataDirectory(data);
        everybody.bindKafka(new MockConsumer<String, String>("earliest"));

        // Then
        assertThat(Scraped.from(everybody))
                .containsOnlyKeys("heed_meters_refused_total", "process_start_time_seconds", "process_uptime_seconds");
        everybody.close();
    }
}
