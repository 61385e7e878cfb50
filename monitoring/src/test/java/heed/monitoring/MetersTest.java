package heed.monitoring;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.ReaderStatus;
import heed.schemas.RiseState;
import heed.schemas.ScoreKey;
import heed.schemas.SilenceState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetersTest {

    private final Meters meters = new Meters();
    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

    @AfterEach
    void close() {
        meters.close();
    }

    /** Reads the text format: series with its tags to value. */
    private Map<String, Double> scrape() {
        Map<String, Double> series = new TreeMap<>();
        meters.scrape("text/plain")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> {
                    int space = line.lastIndexOf(' ');
                    String name = line.substring(0, space);
                    assertThat(series.put(name, Double.valueOf(line.substring(space + 1))))
                            .as("twice: %s", name)
                            .isNull();
                });
        return series;
    }

    private void bindModel() {
        meters.bindReadModel(model, () -> new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 3, Instant.now(), 0));
    }

    @Test
    void countsWhatBecameOfResponsesByPartition() {
        // Given
        meters.bindTallies(() -> Map.of(0, new TallySource.Tally(10, 5, 2, 1, 1, Map.of("bad_unit", 1L))));

        // When
        Map<String, Double> scraped = scrape();

        // Then
        assertThat(scraped)
                .containsEntry("heed_responses_in_total{partition=\"0\"}", 10.0)
                .containsEntry("heed_responses_counted_total{partition=\"0\"}", 5.0)
                .containsEntry("heed_responses_duplicate_total{partition=\"0\"}", 2.0)
                .containsEntry("heed_responses_corrected_total{partition=\"0\"}", 1.0)
                .containsEntry("heed_responses_withdrawn_total{partition=\"0\"}", 1.0)
                .containsEntry("heed_responses_rejected_total{partition=\"0\",reason=\"bad_unit\"}", 1.0);
    }

    @Test
    void survivesTenRebalancesWithoutNanOrGrowth() {
        // Given
        Map<Integer, TallySource.Tally> owned = new HashMap<>();
        meters.bindTallies(() -> Map.copyOf(owned));
        owned.put(0, new TallySource.Tally(7, 6, 0, 0, 0, Map.of("bad_unit", 1L)));
        Map<String, Double> first = scrape();

        // When
        for (int rebalance = 1; rebalance <= 10; rebalance++) {
            owned.clear();
            owned.put(rebalance, new TallySource.Tally(7, 6, 0, 0, 0, Map.of("bad_unit", 1L)));
            System.gc();
            Map<String, Double> now = scrape();
            assertThat(now.values()).noneMatch(value -> value.isNaN());
            assertThat(now).containsEntry("heed_responses_in_total{partition=\"" + rebalance + "\"}", 7.0);
        }

        // Then
        assertThat(scrape()).hasSameSizeAs(first);
    }

    @Test
    void exposesCurrentScoresAndDropsOfWhatMayBeShown() {
        // Given
        model.put(aDay("2026-03-01").asOf("2026-03-01T12:00:00Z").positive(18, 20));
        model.put(aDay("2026-03-01").at("FEW").positive(9, 9));
        model.put(aDrop().open());
        model.publish();
        bindModel();

        // When
        Map<String, Double> scraped = scrape();

        // Then
        String h1 = "{hospital=\"H1\",measure=\"fft-2020.positive\"}";
        assertThat(scraped)
                .containsEntry("heed_score_ratio" + h1, 0.9)
                .containsEntry("heed_score_answers" + h1, 20.0)
                .containsEntry(
                        "heed_score_window_end_seconds" + h1,
                        Instant.parse("2026-03-02T00:00:00Z").getEpochSecond() * 1.0)
                .containsEntry("heed_drops_open" + h1, 1.0)
                .containsEntry("heed_drop_severity_level" + h1, 3.0)
                .containsEntry("heed_reader_lag_records", 3.0)
                .containsEntry(
                        "heed_last_response_timestamp_seconds{hospital=\"H1\"}",
                        Instant.parse("2026-03-01T12:00:00Z").getEpochSecond() * 1.0);
        assertThat(scraped.keySet().stream().filter(name -> name.startsWith("heed_score_") && name.contains("FEW")))
                .containsExactly("heed_score_state{hospital=\"FEW\",measure=\"fft-2020.positive\"}");
    }

    @Test
    void tellsAScoreOfZeroTooFewAnswersAndNoResponsesApart() {
        // Given
        model.put(aDay("2026-03-01").at("ZERO").positive(0, 10));
        model.put(aDay("2026-03-01").at("FEW").positive(9, 9));
        model.put(aDay("2026-03-01").at("NONE").positive(0, 0));
        model.publish();
        bindModel();

        // When
        Map<String, Double> scraped = scrape();

        // Then
        assertThat(scraped)
                .containsEntry("heed_score_state{hospital=\"ZERO\",measure=\"fft-2020.positive\"}", 2.0)
                .containsEntry("heed_score_ratio{hospital=\"ZERO\",measure=\"fft-2020.positive\"}", 0.0)
                .containsEntry("heed_score_state{hospital=\"FEW\",measure=\"fft-2020.positive\"}", 1.0)
                .containsEntry("heed_score_state{hospital=\"NONE\",measure=\"fft-2020.positive\"}", 0.0)
                .doesNotContainKey("heed_score_ratio{hospital=\"FEW\",measure=\"fft-2020.positive\"}")
                .doesNotContainKey("heed_score_answers{hospital=\"FEW\",measure=\"fft-2020.positive\"}")
                .doesNotContainKey("heed_score_ratio{hospital=\"NONE\",measure=\"fft-2020.positive\"}");
    }

    @Test
    void countsHowManyScoresReachedThePageInTimeAndNoFinalOnes() {
        // Given
        Instant now = Instant.parse("2026-03-01T12:00:07Z");
        ReadModel timed = new ReadModel(Clock.fixed(now, ZoneOffset.UTC), Simulated.STAFF);
        meters.bindReadModel(timed, () -> new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 0, now, 0));
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
        assertThat(scrape())
                .containsEntry("heed_freshness_seconds_bucket{le=\"5.0\"}", 1.0)
                .containsEntry("heed_freshness_seconds_bucket{le=\"10.0\"}", 2.0)
                .containsEntry("heed_freshness_seconds_count", 2.0)
                .containsEntry("heed_freshness_seconds_sum", 8.0);
    }

    @Test
    void exposesTheNewestMonthOfEachComparison() {
        // Given
        aLeague("fft-2020.positive", "2026-02").row("H1", 10, 100).into(model);
        aLeague("fft-2020.positive", "2026-03")
                .row("H1", 90, 100)
                .row("H2", 50, 100)
                .row("H3", 70, 100)
                .tau2(0.0009)
                .belowMinimum(4)
                .into(model);
        bindModel();

        // When
        Map<String, Double> scraped = scrape();

        // Then
        assertThat(scraped)
                .containsEntry("heed_league_score_ratio{measure=\"fft-2020.positive\"}", 0.7)
                .containsEntry("heed_league_spread_ratio{measure=\"fft-2020.positive\"}", 0.03)
                .containsEntry("heed_league_hospitals{measure=\"fft-2020.positive\",rating=\"ABOVE\"}", 1.0)
                .containsEntry("heed_league_hospitals{measure=\"fft-2020.positive\",rating=\"WITHIN\"}", 1.0)
                .containsEntry("heed_league_hospitals{measure=\"fft-2020.positive\",rating=\"BELOW\"}", 1.0)
                .containsEntry("heed_league_hospitals_below_minimum{measure=\"fft-2020.positive\"}", 4.0);
    }

    @Test
    void boundsTheComparisonsItExposes() {
        // Given
        for (int at = 0; at < LeagueMeters.MOST_MEASURES + 5; at++) {
            aLeague("q-1.m" + at, "2026-03").row("H1", 90, 100).into(model);
        }
        bindModel();

        // When
        Map<String, Double> scraped = scrape();

        // Then
        assertThat(scraped.keySet().stream().filter(name -> name.startsWith("heed_league_")))
                .hasSize(6 * LeagueMeters.MOST_MEASURES);
    }

    @Test
    void removesScoresThatAreGone() {
        // Given
        var score = aDay("2026-03-01").positive(18, 20);
        model.put(score);
        model.publish();
        bindModel();
        boolean before = scrape().keySet().stream().anyMatch(name -> name.startsWith("heed_score_ratio"));

        // When
        model.remove(ScoreKey.parse(ScoreKey.of(score)));
        model.publish();

        // Then
        assertThat(before).isTrue();
        assertThat(scrape().keySet()).noneMatch(name -> name.contains("hospital="));
    }

    @Test
    void boundsTheScoresItExposesAndCountsTheRest() {
        // Given
        for (int at = 0; at < FigureMeters.MOST_SCORES + 5; at++) {
            model.put(aDay("2026-03-01").at("H" + at).positive(18, 20));
        }
        model.publish();
        bindModel();

        // When
        Map<String, Double> scraped = scrape();

        // Then
        assertThat(scraped.keySet().stream().filter(name -> name.startsWith("heed_score_ratio")))
                .hasSize(FigureMeters.MOST_SCORES);
        assertThat(scraped).containsEntry("heed_scores_left_out", 5.0);
    }

    @Test
    void exposesTwoHundredHospitalsOfTwelveMeasuresByNoMoreSeriesThanThat() {
        // Given
        for (int hospital = 0; hospital < 200; hospital++) {
            for (int measure = 0; measure < 12; measure++) {
                for (String unit : new String[] {null, "W1", "W2"}) {
                    model.put(aDay("2026-03-01")
                            .at("H" + hospital)
                            .unit(unit)
                            .measure("q-1.m" + measure)
                            .positive(18, 20));
                }
            }
        }
        model.publish();
        bindModel();

        // When
        Map<String, Double> scraped = scrape();

        // Then: seven series a hospital and measure, one a hospital, and what does not grow
        assertThat(scraped.keySet().stream().filter(name -> name.contains("hospital=")))
                .hasSize(7 * 200 * 12 + 200);
        assertThat(scraped).hasSizeLessThan(7 * 200 * 12 + 200 + 30);
    }

    @Test
    void exposesProcessAndPipelineWithoutNan(@org.junit.jupiter.api.io.TempDir Path data) {
        // Given
        meters.bindProcess();
        meters.bindDataDirectory(data);
        meters.bindPipeline(() -> PipelineStatus.Status.running(Instant.now()));
        meters.bindKafka(new MockConsumer<String, String>("earliest"));
        bindModel();

        // When
        Map<String, Double> scraped = scrape();

        // Then
        assertThat(scraped.values()).noneMatch(value -> value.isNaN());
        assertThat(scraped).containsEntry("heed_pipeline_state{state=\"RUNNING\"}", 1.0);
        assertThat(scraped.get("heed_data_free_bytes")).isPositive();
        assertThat(scraped).hasSizeLessThan(150);
    }

    @Test
    void letsFewKafkaMetersThroughAndNeverMoreThanTheCap() {
        // Given
        KafkaMeterFilter filter = new KafkaMeterFilter();
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(filter);
        String wanted = "kafka.producer.record.send.total";

        // When
        for (int at = 0; at < KafkaMeterFilter.MOST + 50; at++) {
            Gauge.builder(wanted, () -> 1)
                    .tags(Tags.of("client.id", "heed-" + at))
                    .register(registry);
            Gauge.builder("kafka.producer.request.latency.avg", () -> Double.NaN)
                    .tags(Tags.of("client.id", "heed-" + at))
                    .register(registry);
            Gauge.builder(wanted, () -> 1)
                    .tags(Tags.of("client.id", "heed", "topic", "t" + at))
                    .register(registry);
        }

        // Then
        assertThat(registry.getMeters()).hasSize(KafkaMeterFilter.MOST);
        assertThat(filter.refused()).isEqualTo(50);
    }

    @Test
    void continuesASeriesAcrossRestartsWithGeneratedClientIds() {
        // Given
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new KafkaMeterFilter());

        // When
        for (String process :
                new String[] {"7b4a0a54-2f0c-4c5b-8a25-0d7a3f0f8a01", "9c4a0a54-2f0c-4c5b-8a25-0d7a3f0f8a02"}) {
            Gauge.builder("kafka.stream.thread.commit.total", () -> 1)
                    .tags(Tags.of("thread.id", "heed-" + process + "-StreamThread-1"))
                    .register(registry);
        }

        // Then
        assertThat(registry.getMeters()).hasSize(1);
        assertThat(registry.getMeters().get(0).getId().getTag("thread.id")).isEqualTo("heed-StreamThread-1");
    }

    @Test
    void exposesRisesAndSilences() {
        // Given
        ReadModel read = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
        read.put(aDay("2026-03-01").positive(18, 20));
        read.put(WatchFixture.aRise("H1", RiseState.OPEN));
        read.put(WatchFixture.aSilence("H1", "WARD-1", SilenceState.OPEN));
        read.put(WatchFixture.aSilence("H1", null, SilenceState.ENDED));
        read.publish();

        // When
        String scraped;
        try (Meters own = new Meters()) {
            own.bindReadModel(read, () -> new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 0, Instant.EPOCH, 0));
            scraped = own.scrape("text/plain");
        }

        // Then
        assertThat(scraped)
                .contains("heed_rises_open{hospital=\"H1\",measure=\"fft-2020.positive\"} 1.0")
                .contains("heed_silence_open{hospital=\"H1\",unit=\"WARD-1\"} 1.0")
                .contains("heed_silence_open{hospital=\"H1\",unit=\"\"} 0.0");
    }
}
