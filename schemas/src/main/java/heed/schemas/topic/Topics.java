package heed.schemas.topic;

import heed.schemas.Account;
import heed.schemas.Action;
import heed.schemas.AuditEntry;
import heed.schemas.Baseline;
import heed.schemas.ChannelDay;
import heed.schemas.Comment;
import heed.schemas.Delivery;
import heed.schemas.Drop;
import heed.schemas.Episode;
import heed.schemas.Feedback;
import heed.schemas.Flag;
import heed.schemas.Label;
import heed.schemas.LeagueRow;
import heed.schemas.Movement;
import heed.schemas.National;
import heed.schemas.ProgramKey;
import heed.schemas.Pulse;
import heed.schemas.Restatement;
import heed.schemas.Rise;
import heed.schemas.Score;
import heed.schemas.Session;
import heed.schemas.Silence;
import heed.schemas.Standing;
import heed.schemas.ThemeRise;
import heed.schemas.ThemeWeek;
import heed.schemas.Unsubscription;
import heed.schemas.key.ChannelKey;
import heed.schemas.key.FlagKey;
import heed.schemas.key.LeagueKey;
import heed.schemas.key.PlaceKey;
import heed.schemas.key.ScoreKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.key.ThemeKey;
import heed.schemas.key.ThemeRiseKey;
import heed.schemas.key.WeekKey;
import heed.schemas.rejected.RejectedHeaders;
import java.util.List;
import java.util.Map;

/**
 * Declares every topic once. No other place spells a topic's name, its type or its retention.
 *
 * <p>Topics that records with historic timestamps are written to are kept for ever, compacted, or stamped by the
 * broker: with plain time retention an import of last year's file would be deleted while it is written.
 */
public final class Topics {

    private static final String THIRTY_DAYS = "2592000000";
    private static final String SIXTY_DAYS = "5184000000";
    private static final String ONE_HOUR = "3600000";

    /** Patients' responses, keyed hospital: the log that everything else is replayed from. Holds no free text. */
    public static final Topic<Feedback> FEEDBACK =
            new Topic<>("heed.feedback.v1", Feedback.class, Map.of("cleanup.policy", "delete", "retention.ms", "-1"));

    /** Windowed scores, keyed as {@link ScoreKey} writes it. */
    public static final Topic<Score> SCORES =
            new Topic<>("heed.scores.v1", Score.class, Map.of("cleanup.policy", "compact"));

    /** Answers of whole hospitals by day and channel, keyed as {@link ChannelKey} writes it. */
    public static final Topic<ChannelDay> CHANNELS =
            new Topic<>("heed.channels.v1", ChannelDay.class, Map.of("cleanup.policy", "compact"));

    /** Which series are watched, and what is usual there, keyed as {@link SeriesKey} writes it. */
    public static final Topic<Baseline> BASELINES =
            new Topic<>("heed.baselines.v1", Baseline.class, Map.of("cleanup.policy", "compact"));

    /** Flagged falls and their recovery, keyed as {@link SeriesKey} writes it. */
    public static final Topic<Drop> DROPS =
            new Topic<>("heed.drops.v1", Drop.class, Map.of("cleanup.policy", "compact"));

    /** Lasting rises and their end, keyed as {@link SeriesKey} writes it. */
    public static final Topic<Rise> RISES =
            new Topic<>("heed.rises.v1", Rise.class, Map.of("cleanup.policy", "compact"));

    /** Hospitals and units that have gone quiet, keyed as {@link PlaceKey} writes it. */
    public static final Topic<Silence> SILENCES =
            new Topic<>("heed.silences.v1", Silence.class, Map.of("cleanup.policy", "compact"));

    /** When a pipeline listened, to each partition; partitioned like {@link #FEEDBACK}, and kept as long. */
    public static final Topic<Pulse> PULSE =
            new Topic<>("heed.pulse.v1", Pulse.class, Map.of("cleanup.policy", "delete", "retention.ms", "-1"));

    /** What people did, keyed hospital: an audit, partitioned like {@link #FEEDBACK}, and kept as long. */
    public static final Topic<Action> ACTIONS =
            new Topic<>("heed.actions.v1", Action.class, Map.of("cleanup.policy", "delete", "retention.ms", "-1"));

    /** What each correction and withdrawal changed, keyed hospital: an audit, kept as long as the feedback itself. */
    public static final Topic<Restatement> RESTATEMENTS = new Topic<>(
            "heed.restatements.v1", Restatement.class, Map.of("cleanup.policy", "delete", "retention.ms", "-1"));

    /**
     * Rows of {@link #SCORES} of whole hospitals in whole months, keyed as {@link LeagueKey} writes it, and partitioned
     * by questionnaire and month: the way from the scores to the league.
     */
    public static final Topic<Score> MONTHS =
            new Topic<>("heed.months.v1", Score.class, Map.of("cleanup.policy", "compact"));

    /** Hospitals compared by measure and month, keyed as {@link LeagueKey} writes it. */
    public static final Topic<LeagueRow> LEAGUE =
            new Topic<>("heed.league.v1", LeagueRow.class, Map.of("cleanup.policy", "compact"));

    /** All hospitals of a comparison taken together, keyed measure|month. */
    public static final Topic<National> NATIONAL =
            new Topic<>("heed.national.v1", National.class, Map.of("cleanup.policy", "compact"));

    /** Hospitals ranked over all measures of a questionnaire, keyed questionnaire|month|hospital. */
    public static final Topic<Standing> STANDINGS =
            new Topic<>("heed.standings.v1", Standing.class, Map.of("cleanup.policy", "compact"));

    /**
     * Rows of {@link #CHANNELS}, keyed as {@link ChannelKey} writes it, and partitioned by questionnaire: the way from
     * hospitals' days to what all hospitals do together.
     */
    public static final Topic<ChannelDay> DAYS =
            new Topic<>("heed.days.v1", ChannelDay.class, Map.of("cleanup.policy", "compact"));

    /** What all hospitals together did in a measure and week, keyed as {@link WeekKey} writes it. */
    public static final Topic<Movement> MOVEMENTS =
            new Topic<>("heed.movements.v1", Movement.class, Map.of("cleanup.policy", "compact"));

    /**
     * Alarms of whole hospitals and when they began to be watched, keyed as {@link FlagKey} writes it, and partitioned
     * by questionnaire: the way from the watch to episodes.
     */
    public static final Topic<Flag> FLAGS =
            new Topic<>("heed.flags.v1", Flag.class, Map.of("cleanup.policy", "compact"));

    /** Many hospitals that fell at once, keyed as {@link WeekKey} writes it. */
    public static final Topic<Episode> EPISODES =
            new Topic<>("heed.episodes.v1", Episode.class, Map.of("cleanup.policy", "compact"));

    /** Records that were refused, with key and value as received and {@link RejectedHeaders} that say why. */
    public static final Topic<byte[]> REJECTED = new Topic<>(
            "heed.rejected.v1",
            byte[].class,
            Map.of(
                    "cleanup.policy", "delete",
                    "retention.ms", THIRTY_DAYS,
                    "message.timestamp.type", "LogAppendTime"));

    /**
     * Patients' own words, keyed hospital|feedback_id: short-lived and erasable by a tombstone. Within an hour its
     * files are rolled, and what is no longer the newest of its key is compacted away, so that what is erased is gone
     * from the disk soon; the settings say how long it is kept.
     */
    public static final Topic<Comment> COMMENTS = new Topic<>(
            "heed.comments.v1",
            Comment.class,
            Map.of(
                    "cleanup.policy", "compact,delete",
                    "retention.ms", THIRTY_DAYS,
                    "segment.ms", ONE_HOUR,
                    "max.compaction.lag.ms", ONE_HOUR,
                    "message.timestamp.type", "LogAppendTime"));

    /**
     * What comments are about, keyed as they are, without a word of them. Whoever writes it takes back what is erased
     * or not kept any more; the brokers do, if nobody else does, after twice the time that comments are kept.
     */
    public static final Topic<Label> LABELS = new Topic<>(
            "heed.labels.v1",
            Label.class,
            Map.of(
                    "cleanup.policy", "compact,delete",
                    "retention.ms", SIXTY_DAYS,
                    "segment.ms", ONE_HOUR,
                    "max.compaction.lag.ms", ONE_HOUR,
                    "message.timestamp.type", "LogAppendTime"));

    /** Comments of hospitals counted by theme and week, keyed as {@link ThemeKey} writes it. */
    public static final Topic<ThemeWeek> THEMES =
            new Topic<>("heed.themes.v1", ThemeWeek.class, Map.of("cleanup.policy", "compact"));

    /** Lasting rises in what people write about, keyed as {@link ThemeRiseKey} writes it. */
    public static final Topic<ThemeRise> THEME_RISES =
            new Topic<>("heed.themerises.v1", ThemeRise.class, Map.of("cleanup.policy", "compact"));

    /** Who may sign in and what they may, keyed by the account's name: no passwords, only what one is checked by. */
    public static final Topic<Account> ACCOUNTS =
            new Topic<>("heed.accounts.v1", Account.class, Map.of("cleanup.policy", "compact"));

    /** Who is signed in, keyed by a digest of what the browser shows; gone by a tombstone, or by its age. */
    public static final Topic<Session> SESSIONS = new Topic<>(
            "heed.sessions.v1",
            Session.class,
            Map.of(
                    "cleanup.policy", "compact,delete",
                    "retention.ms", THIRTY_DAYS,
                    "message.timestamp.type", "LogAppendTime"));

    /** Which programs may send or read, keyed by a digest of the key that they show. */
    public static final Topic<ProgramKey> KEYS =
            new Topic<>("heed.keys.v1", ProgramKey.class, Map.of("cleanup.policy", "compact"));

    /** Who did or tried what, keyed by who: an audit, kept for ever. */
    public static final Topic<AuditEntry> AUDIT =
            new Topic<>("heed.audit.v1", AuditEntry.class, Map.of("cleanup.policy", "delete", "retention.ms", "-1"));

    /** What the notifier's routes were told, keyed route|about|state: the notifier knows by it what it has told. */
    public static final Topic<Delivery> DELIVERIES =
            new Topic<>("heed.deliveries.v1", Delivery.class, Map.of("cleanup.policy", "compact"));

    /** To which addresses routes send no mails any more, keyed by a digest of both; gone by a tombstone. */
    public static final Topic<Unsubscription> UNSUBSCRIPTIONS =
            new Topic<>("heed.unsubscriptions.v1", Unsubscription.class, Map.of("cleanup.policy", "compact"));

    private static final List<Topic<?>> ALL = List.of(
            FEEDBACK,
            SCORES,
            CHANNELS,
            BASELINES,
            DROPS,
            RISES,
            SILENCES,
            ACTIONS,
            PULSE,
            RESTATEMENTS,
            MONTHS,
            LEAGUE,
            NATIONAL,
            STANDINGS,
            DAYS,
            MOVEMENTS,
            FLAGS,
            EPISODES,
            REJECTED,
            COMMENTS,
            LABELS,
            THEMES,
            THEME_RISES,
            ACCOUNTS,
            SESSIONS,
            KEYS,
            AUDIT,
            DELIVERIES,
            UNSUBSCRIPTIONS);

    private Topics() {}

    /** Returns every topic, in the order that a reader of the documentation meets them. */
    public static List<Topic<?>> all() {
        return ALL;
    }
}
