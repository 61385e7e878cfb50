package heed.monitoring.meters;

import heed.monitoring.readmodel.RecentDays;
import heed.schemas.figures.SeverityScale;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.util.function.ToDoubleFunction;

/**
 * Names every meter of Heed's own: {@code heed_<noun>_<unit>}, counters with {@code _total} behind it, as Prometheus
 * shows them. Every tag has a bounded set of values: hospitals, measures, partitions, reasons, states; never an id.
 */
enum MeterNames {
    RESPONSES_IN("heed_responses_in", "Responses taken from the feedback topic, by partition"),
    RESPONSES_COUNTED("heed_responses_counted", "Responses counted for the first time"),
    RESPONSES_DUPLICATE(
            "heed_responses_duplicate", "Responses and withdrawals seen before, in the same or a higher revision"),
    RESPONSES_CONFLICT(
            "heed_responses_conflict",
            "Responses of an id and revision that stands, with other answers or another unit; the first stand"),
    RESPONSES_CORRECTED("heed_responses_corrected", "Responses that replaced an earlier revision"),
    RESPONSES_WITHDRAWN(
            "heed_responses_withdrawn",
            "First withdrawals of responses, and responses that come after theirs; a withdrawal sent again is a duplicate"),
    RESPONSES_REJECTED("heed_responses_rejected", "Records sent to the rejected topic, by reason"),
    INTAKE_RESPONSES("heed_intake_responses", "Responses that the intake took and Kafka acknowledged"),
    INTAKE_REFUSED("heed_intake_requests_refused", "Requests that the intake refused, by HTTP status"),
    COMMENTS("heed_comments", "Comments that came with responses, by whether they were kept"),
    COMMENT_IDENTIFIERS(
            "heed_comment_identifiers", "What may tell who somebody is that was taken out of comments, by kind"),
    ACTIONS("heed_actions", "What people did about drops here, each time that it was sent, by what became of it"),
    NOTIFICATIONS_TOLD("heed_notifications_told", "Changes that a route's receiver has taken"),
    NOTIFICATIONS_REFUSED("heed_notifications_refused", "Changes that a route's receiver will never take"),
    NOTIFICATIONS_FAILED(
            "heed_notifications_attempts_failed", "Times that a route's receiver did not take what it may take later"),
    NOTIFICATIONS_UNDRAWN("heed_notifications_undrawn", "Charts that a route's mails told in words, as drawing failed"),
    NOTIFICATIONS_WAITING(
            "heed_notifications_waiting",
            "Changes that wait for a route's receiver, hours or digest; more than there is room for are not in it"),
    NOTIFICATIONS_FAILING(
            "heed_notifications_failing", "Whether the last try of a route failed and is repeated (1) or not (0)"),
    THEMES_COUNTING("heed_themes_counting", "Whether this instance counts comments by theme (1) or not (0)"),
    THEMES_WAITING("heed_themes_waiting", "Comments, and marks among them, that are not labelled yet"),
    AUDIT_LOST("heed_audit_entries_lost", "Entries of the audit that its topic did not take"),

    SCORE_RATIO(
            "heed_score_ratio",
            "Score of the last " + RecentDays.SCORE
                    + " days by the hospital's own date, 0 to 1; absent where it may not be shown"),
    SCORE_ANSWERS(
            "heed_score_answers",
            "Answers behind the score of the last " + RecentDays.SCORE + " days; absent where it may not be shown"),
    SCORE_STATE(
            "heed_score_state",
            "What may be said of the last " + RecentDays.SCORE + " days: 2 a score, 1 too few answers, 0 no responses"),
    SCORE_WINDOW_END("heed_score_window_end_seconds", "End of the newest day in the score, seconds since 1970"),
    SCORES_LEFT_OUT("heed_scores_left_out", "Scores not exposed because there are more than page.metric-lines"),
    DROPS_LEFT_OUT("heed_drops_left_out", "Open drops not exposed because there are more than page.metric-lines"),
    SILENCES_LEFT_OUT("heed_silences_left_out", "Silences not exposed because there are more than page.metric-lines"),
    DROPS_OPEN("heed_drops_open", "Whether a drop is open (1) or not (0), units included"),
    DROP_SEVERITY("heed_drop_severity_level", "Severity of the open drop: " + SeverityScale.NUMBERS + "; 0 for none"),
    DROP_USUAL("heed_drop_usual_ratio", "Score that was usual before the largest open drop, 0 to 1"),
    DROP_LOWEST("heed_drop_lowest_ratio", "Lowest score that was estimated at any alarm of that drop, 0 to 1"),
    DROP_FLAGGED("heed_drop_flagged_timestamp_seconds", "When that drop was first flagged, seconds since 1970"),
    DROP_NOW(
            "heed_drop_now_ratio",
            "Score of the last " + RecentDays.SHORT
                    + " days where the largest open drop is, 0 to 1; absent where it may not be shown, and where none is open"),
    DROP_NOW_ANSWERS("heed_drop_now_answers", "Answers behind that score; absent with it"),
    DROP_VERDICT(
            "heed_drop_verdict_state",
            "Whose fall the largest open drop is: 1 for the verdict that it has, OWN, SHARED or UNKNOWN"),
    DROP_OTHERS_MOVED(
            "heed_drop_others_moved_ratio",
            "By how much all hospitals moved in the same weeks, 1 is 100 points, negative is down; absent where too few can be compared"),
    DROP_BEYOND(
            "heed_drop_fall_beyond_ratio",
            "What of that drop's fall in these weeks is left beyond the others; absent where too few can be compared"),
    DROP_INFO(
            "heed_drop_info",
            "What the largest open drop is about, as labels for the text of alerts: names, and the unit, empty for the whole hospital"),
    EPISODE_HOSPITALS(
            "heed_episode_hospitals",
            "Hospitals that fell in the same weeks, more than chance explains; 0 once the newest such episode is over"),
    EPISODE_WATCHED(
            "heed_episode_watched_hospitals", "Hospitals that the measure was watched at in the newest such episode"),
    RISES_OPEN("heed_rises_open", "Whether a lasting rise is open (1) or not (0), units included"),
    SILENCE_OPEN(
            "heed_silence_open",
            "Whether a hospital, or the unit named, has gone quiet against its rhythm (1) or not (0)"),
    SILENCE_SINCE(
            "heed_silence_since_timestamp_seconds",
            "Arrival of the last response before the silence that is open, seconds since 1970; absent where none is open"),
    SILENCE_INFO("heed_silence_info", "Whom an open silence is about, as labels for the text of alerts"),
    LAST_RESPONSE(
            "heed_last_response_timestamp_seconds",
            "Arrival of the hospital's newest response, seconds since 1970; absent where its score may not be shown"),
    AS_OF(
            "heed_as_of_timestamp_seconds",
            "Arrival of the newest response in any figure that is shown, seconds since 1970"),
    FIGURES_CHANGED("heed_figures_changed_timestamp_seconds", "When any figure last changed by the wall clock"),

    FRESHNESS(
            "heed_freshness_seconds",
            "Seconds from a response's arrival to its score on the page, by changed score; arrivals of the last hour"),

    LEAGUE_RATIO("heed_league_score_ratio", "Score of all hospitals compared in the newest month that is over, 0 to 1"),
    LEAGUE_SPREAD(
            "heed_league_spread_ratio",
            "Standard deviation between hospitals beyond chance in the newest month that is over (the root of tau2), 0 to 1"),
    LEAGUE_HOSPITALS("heed_league_hospitals", "Hospitals compared in the newest month that is over, by rating"),
    LEAGUE_BELOW_MINIMUM(
            "heed_league_hospitals_below_minimum",
            "Hospitals with too few answers in the newest month that is over to be compared; absent where the page is for everybody"),

    READER_LAG("heed_reader_lag_records", "Committed output records that the page has not read yet"),
    READER_UNREADABLE("heed_reader_unreadable", "Output records that the page could not read and left out"),
    READER_FOLLOWING(
            "heed_reader_following", "Whether the page follows the output topics (1) or still reads the past (0)"),
    PIPELINE_STATE("heed_pipeline_state", "The state that the pipeline is in has 1, the others 0"),
    PIPELINE_LAG("heed_pipeline_lag_records", "Records of the feedback topic that the pipeline has not committed yet"),
    PIPELINE_READY("heed_pipeline_ready", "Whether the pipeline can be relied on for fresh results"),
    PAGE_INFO(
            "heed_page_info",
            "Where people reach this instance's page, as a label for the links of alerts: page.public-url, or where it listens"),
    PAGE_STREAMS("heed_page_streams", "Browsers that are kept up to date"),
    PAGE_STREAMS_TURNED_AWAY(
            "heed_page_streams_turned_away",
            "Browsers that are not, or no longer, kept up to date, by why: SHARE, its client has all that one may have; FULL, there is no room; GAVE_WAY, to a client with fewer"),
    DATA_FREE("heed_data_free_bytes", "Free space where data and state are kept"),
    STATE_ROWS("heed_state_rows", "Rows of state that the pipeline holds, by the store of their step"),
    STATE_BYTES(
            "heed_state_bytes",
            "Bytes of these rows as the changelogs have them, by the store of their step; on the heap they take more"),
    HEAP_KEPT(
            "heed_heap_kept_bytes",
            "What the newest collection of the old generation of the heap left there: state, read model and what else is kept"),
    HEAP_MOST("heed_heap_most_bytes", "What the old generation of the heap may grow to"),
    CERTIFICATE_LEFT(
            "heed_certificate_left_seconds",
            "How long the certificate in use is still good for, by server; absent where it speaks no TLS"),
    CERTIFICATE_REFUSED(
            "heed_certificate_refused_state",
            "Whether what the certificate's files hold now is of no use (1), so that the one before stays, or not (0)"),
    METERS_REFUSED("heed_meters_refused", "Kafka meters refused because there were more than the cap");

    private final String meter;
    private final String description;

    MeterNames(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    /** Returns the name as queries use it, without the {@code _total} of counters. */
    String meter() {
        return meter;
    }

    /**
     * Returns the name that the registry makes that of: only behind a dot it takes {@code info} for more than a word.
     */
    String registered() {
        return meter.replaceFirst("_info$", ".info");
    }

    String description() {
        return MetersForEverybody.OF_ARRIVALS.contains(this)
                ? description + "; absent where the page is for everybody"
                : description;
    }

    /** Registers a gauge that keeps what it reads alive. */
    <T> void gauge(MeterRegistry registry, T source, ToDoubleFunction<T> value, String... tags) {
        Gauge.builder(registered(), source, value)
                .description(description())
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    /** Registers a counter that reads {@code source}, which the caller keeps alive: the registry does not. */
    <T> Meter counter(MeterRegistry registry, T source, ToDoubleFunction<T> value, String... tags) {
        return FunctionCounter.builder(meter, source, value)
                .description(description())
                .tags(tags)
                .register(registry);
    }

    /** Returns the counter of these tags, the same one each time. */
    Counter counter(MeterRegistry registry, String... tags) {
        return Counter.builder(meter).description(description()).tags(tags).register(registry);
    }

    /** Registers a histogram that counts what is at most each of {@code buckets}. */
    DistributionSummary histogram(MeterRegistry registry, double... buckets) {
        return DistributionSummary.builder(meter)
                .description(description())
                .serviceLevelObjectives(buckets)
                .register(registry);
    }

    /** Returns a family of gauges whose members come and go. */
    MultiGauge family(MeterRegistry registry) {
        return MultiGauge.builder(registered()).description(description()).register(registry);
    }
}
