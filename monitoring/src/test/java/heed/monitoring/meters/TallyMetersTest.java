package heed.monitoring.meters;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.pipeline.TallySource;
import heed.schemas.Audience;
import heed.schemas.disclosure.Disclosure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TallyMetersTest {

    private static final Disclosure EXACT = new Disclosure(Audience.INTERNAL, 1);

    private final Meters meters = new Meters(EXACT);

    @AfterEach
    void close() {
        meters.close();
    }

    @Test
    void countsWhatBecameOfResponsesByPartition() {
        // Given
        meters.bindTallies(() -> Map.of(0, new TallySource.Tally(13, 5, 2, 3, 1, 1, Map.of("bad_unit", 1L))));

        // When
        Map<String, Double> scraped = Scraped.from(meters);

        // Then
        assertThat(scraped)
                .containsEntry("heed_responses_in_total{partition=\"0\"}", 13.0)
                .containsEntry("heed_responses_counted_total{partition=\"0\"}", 5.0)
                .containsEntry("heed_responses_duplicate_total{partition=\"0\"}", 2.0)
                .containsEntry("heed_responses_conflict_total{partition=\"0\"}", 3.0)
                .containsEntry("heed_responses_corrected_total{partition=\"0\"}", 1.0)
                .containsEntry("heed_responses_withdrawn_total{partition=\"0\"}", 1.0)
                .containsEntry("heed_responses_rejected_total{partition=\"0\",reason=\"bad_unit\"}", 1.0);
    }

    @Test
    void survivesTenRebalancesWithoutNanOrGrowth() {
        // Given
        Map<Integer, TallySource.Tally> owned = new HashMap<>();
        meters.bindTallies(() -> Map.copyOf(owned));
        owned.put(0, new TallySource.Tally(7, 6, 0, 0, 0, 0, Map.of("bad_unit", 1L)));
        Map<String, Double> first = Scraped.from(meters);
        List<Map<String, Double>> scraped = new ArrayList<>();

        // When
        for (int rebalance = 1; rebalance <= 10; rebalance++) {
            owned.clear();
            owned.put(rebalance, new TallySource.Tally(7, 6, 0, 0, 0, 0, Map.of("bad_unit", 1L)));
            System.gc();
            scraped.add(Scraped.from(meters));
        }

        // Then
        for (int rebalance = 1; rebalance <= 10; rebalance++) {
            assertThat(scraped.get(rebalance - 1))
                    .hasSameSizeAs(first)
                    .containsEntry("heed_responses_in_total{partition=\"" + rebalance + "\"}", 7.0)
                    .doesNotContainValue(Double.NaN);
        }
    }

    @Test
    void tellsEverybodyNothingThatAnswersCouldBeCountedFrom() {
        // When
        Set<String> told = ExposedMetrics.names(ExposedMetrics.scrape(new Disclosure(Audience.PUBLISHED, 21)));

        // Then
        // What of the heap is kept moves with collections, and by more than one answer takes
        assertThat(told.stream().filter(name -> name.startsWith("heed_")))
                .containsExactly(
                        "heed_actions_total",
                        "heed_as_of_timestamp_seconds",
                        "heed_audit_entries_lost_total",
                        "heed_certificate_left_seconds",
                        "heed_certificate_refused_state",
                        "heed_drop_info",
                        "heed_drop_lowest_ratio",
                        "heed_drop_severity_level",
                        "heed_drop_usual_ratio",
                        "heed_drop_verdict_state",
                        "heed_drops_left_out",
                        "heed_drops_open",
                        "heed_episode_hospitals",
                        "heed_episode_watched_hospitals",
                        "heed_heap_kept_bytes",
                        "heed_heap_most_bytes",
                        "heed_league_hospitals",
                        "heed_league_score_ratio",
                        "heed_league_spread_ratio",
                        "heed_meters_refused_total",
                        "heed_page_info",
                        "heed_page_streams",
                        "heed_page_streams_turned_away_total",
                        "heed_pipeline_ready",
                        "heed_pipeline_state",
                        "heed_reader_following",
                        "heed_rises_open",
                        "heed_score_state",
                        "heed_scores_left_out",
                        "heed_themes_counting");
        assertThat(told.stream().filter(name -> !name.startsWith("heed_")))
                .isNotEmpty()
                .allMatch(name -> name.matches("(jvm|process|system)_.*"));
    }
}
