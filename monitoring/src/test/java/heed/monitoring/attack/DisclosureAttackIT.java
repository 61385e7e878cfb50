package heed.monitoring.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.schemas.Audience;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/**
 * Computes back what it can from everything that a viewer is told over two months: every address of the site is asked,
 * so that a new one is attacked too. What staff can still compute is in docs/disclosure.md.
 */
class DisclosureAttackIT {

    private static final Disclosure STAFF = Disclosure.to(Audience.INTERNAL, new Minimums(10, 21));
    private static final Disclosure EVERYBODY = Disclosure.to(Audience.PUBLISHED, new Minimums(10, 21));

    /**
     * Figures that count no answers of a place and window, or whose numbers others tell too: those of the pipeline, of
     * comparisons of closed months, and estimates that go with a drop. A new figure is read by the attack, or stands
     * here for a reason.
     */
    private static final Set<String> HARMLESS = Set.of(
            // The pipeline, of which what was counted is read.
            "partition",
            "in",
            "duplicate",
            "conflict",
            "corrected",
            "withdrawn",
            "rejected",
            "missing",
            "waiting",
            "lag",
            "threads",
            "threads_wanted",
            "unreadable",
            // A comparison, of whose rows n and score are read, and of whose total n and sum. How far the answers of a
            // day are
            // alike is none of these: it tells the sum of the squares of those of each day.
            "hospitals",
            "better",
            "worse",
            "rank",
            "rank_low",
            "rank_high",
            "tied",
            "restatements",
            "expected_low",
            "expected_high",
            "answer_ratio",
            "p0",
            "tau2",
            "sum",
            "sum_of_squares",
            // Estimates of a drop or rise, and how a drop is now, which its own line tells too.
            "baseline",
            "fall",
            "rise",
            "tuned_fall",
            "lowest",
            "score_low",
            "score_high",
            "evidence",
            "evidence_years",
            "false_alarm_days",
            "icc",
            "responses_used",
            "now_n",
            "now_score",
            "now_low",
            "now_high",
            "now_percent",
            "usual",
            // What a list of many lines goes by, and how many lines and hospitals are on it.
            "false_share",
            "least_evidence_years",
            "watched",
            "flagged",
            "expected",
            "needed",
            "window_days",
            // What people wrote about, a minimum of comments at a time as the topic has it, which no answer moves.
            "comments",
            "sentiment_sum",
            // What follows from that in weeks that are over.
            "usual_most",
            "share",
            "share_least",
            "weeks",
            "usual_weeks",
            // How all hospitals moved in a week, in points: what it tells is in docs/disclosure.md.
            "others",
            // How many days each figure is of.
            "days",
            "days_each");

    /** Metrics that move with no single answer; a new one is read by the attack, or stands here for a reason. */
    private static final Set<String> HARMLESS_METRICS = Set.of(
            // The program and who reads it.
            "heed_actions_total",
            "heed_meters_refused_total",
            "heed_page_info",
            "heed_page_streams",
            "heed_page_streams_turned_away_total",
            "heed_pipeline_ready",
            "heed_pipeline_state",
            "heed_reader_following",
            // The end of the newest month told, and of how many lines months are told.
            "heed_as_of_timestamp_seconds",
            "heed_score_state",
            "heed_scores_left_out",
            // Closed months of all hospitals, which the attack reads row by row.
            "heed_league_hospitals",
            "heed_league_score_ratio",
            "heed_league_spread_ratio",
            // Drops, rises and episodes, of enough answers each, as the pages tell them.
            "heed_drops_left_out",
            "heed_drops_open",
            "heed_drop_info",
            "heed_drop_severity_level",
            "heed_drop_verdict_state",
            "heed_drop_usual_ratio",
            "heed_drop_lowest_ratio",
            "heed_rises_open",
            "heed_episode_hospitals",
            "heed_episode_watched_hospitals");

    /** Of the four hospitals one has wards. */
    private static final String NO_SUCH_WARD = "/api/v1/hospitals/(BUSY|TWO|FEW)/(series|spc)[?].*&unit=[ABX](&.*)?";

    /** The second month, which is not over at any of the looks. */
    private static final String NOT_OVER = "/api/v1/league/.*[?]month=2026-02";

    /** When the program was in touch with its own parts, and when figures last changed, which is seen by itself. */
    private static final Set<String> OF_THE_WALL_CLOCK = Set.of("answered", "changed_at", "last_contact");

    /** What the drop says that it stands on, in steps, and the minimums. */
    private static final Set<Long> NOT_COUNTED = Set.of(10L, 21L, 105L, 112L);

    private final AttackedMonths months = new AttackedMonths();

    @Test
    void nobodyComputesASmallGroupBackFromAllThatIsPublished() throws Exception {
        // Given
        try (AttackedSite site = new AttackedSite(EVERYBODY)) {
            Conclusions conclusions = new Conclusions(months, EVERYBODY.minimum());
            Attacker attacker = new Attacker(months, site, conclusions);
            Set<String> versions = new HashSet<>();

            // When
            for (int reading = 0; reading < months.readings.size(); reading++) {
                site.play(months, reading);
                versions.add(site.model.snapshot().version());
                attacker.look(reading);
            }
            Map<String, List<String>> found = conclusions.conclude();

            // Then
            assertThat(found).isEmpty();
            assertThat(attacker.timesTold).isEmpty();
            assertThat(attacker.unread).isSubsetOf(HARMLESS);
            assertThat(attacker.metrics.unread).isEqualTo(HARMLESS_METRICS);
            assertThat(attacker.hoursTold).isSubsetOf(OF_THE_WALL_CLOCK);
            assertThat(attacker.metrics.hoursTold).isEmpty();
            assertThat(attacker.onPagesAlone(NOT_COUNTED)).isEmpty();
            // Figures change at the start, when January is closed, and when its comparison has a correction that its
            // month has not: nobody sees by them when an answer comes.
            assertThat(versions).hasSize(3);
            // January is told in its state at closing, on which everything that was told agrees.
            JsonNode told = new ObjectMapper()
                    .readTree(site.get("/api/v1/hospitals/BUSY/spc?measure=fft-2020.positive&per=month")
                            .body())
                    .at("/data/points/0");
            assertThat(told.get("first").asText()).isEqualTo("2026-01-01");
            assertThat(told.get("n").asLong()).isEqualTo(january(Cell::n));
            assertThat(Math.round(told.get("score").asDouble() * told.get("n").asLong()))
                    .isEqualTo(january(Cell::positive));
        }
    }

    /** The correction of an answer came when January was closed. */
    private long january(ToLongFunction<Cell> figure) {
        return months.cells.stream()
                .filter(cell -> cell.hospital().equals(AttackedMonths.BUSY)
                        && cell.date().getMonthValue() == 1
                        && !cell.isCorrection())
                .mapToLong(figure)
                .sum();
    }

    @Test
    void staffComputeNoHiddenWardFromOneLook() throws Exception {
        // Given
        Map<Integer, List<String>> found = new TreeMap<>();
        List<String> times = new ArrayList<>();
        Map<String, Integer> refused = new TreeMap<>();
        Set<String> answered = new TreeSet<>();
        Set<String> unread = new TreeSet<>();
        try (AttackedSite site = new AttackedSite(STAFF)) {

            // When
            for (int reading = 0; reading < months.readings.size(); reading++) {
                site.play(months, reading);
                if (reading % 4 == 0) {
                    Conclusions conclusions = new Conclusions(months, STAFF.minimum());
                    Attacker attacker = new Attacker(months, site, conclusions);
                    attacker.look(reading);
                    found.put(reading, conclusions.conclude().getOrDefault(Conclusions.WARD, List.of()));
                    times.addAll(attacker.timesTold);
                    refused.putAll(attacker.refused);
                    answered.addAll(attacker.answered);
                    unread.addAll(attacker.unread);
                }
            }
        }

        // Then
        assertThat(found).hasSize(11);
        assertThat(found.values()).allSatisfy(wards -> assertThat(wards).isEmpty());
        assertThat(times).isEmpty();
        assertThat(unread).contains("others");
        assertThat(answered).anyMatch(path -> path.matches(".*/BUSY/series.*&from=.*&to=.*"));
        // What never answers is attacked by nobody.
        refused.keySet().removeAll(answered);
        assertThat(refused).hasSize(119).allSatisfy((path, status) -> {
            assertThat(path).matches(NO_SUCH_WARD + "|" + NOT_OVER);
            assertThat(status).isEqualTo(404);
        });
    }

    /** The attack is not blind: what docs/disclosure.md says that staff can still compute, it computes. */
    @Test
    void staffWhoSubtractDaysAndLooksFindWhatTheDocumentsSay() throws Exception {
        // Given
        try (AttackedSite site = new AttackedSite(STAFF)) {
            Conclusions conclusions = new Conclusions(months, STAFF.minimum());
            Attacker attacker = new Attacker(months, site, conclusions);

            // When
            for (int reading = 0; reading < 24; reading++) {
                site.play(months, reading);
                attacker.look(reading);
            }

            // Then
            assertThat(conclusions.conclude().get(Conclusions.DAY)).hasSizeGreaterThan(20);
            assertThat(conclusions.conclude().get(Conclusions.NEW)).hasSizeGreaterThan(10);
        }
    }
}
