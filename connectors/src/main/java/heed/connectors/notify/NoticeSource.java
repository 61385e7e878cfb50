package heed.connectors.notify;

import heed.schemas.Drop;
import heed.schemas.Episode;
import heed.schemas.Rise;
import heed.schemas.Silence;
import heed.schemas.ThemeRise;
import heed.schemas.disclosure.HeldBack;
import heed.schemas.key.PlaceKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.key.ThemeRiseKey;
import heed.schemas.key.WeekKey;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One topic that people are told of, and how its records become notices: another kind of notice is another of these.
 *
 * @param notice what is told of a record
 * @param name which record a newer one takes the place of, as long as neither may be told
 * @param asOf the moment whose day is to be over for readers who are told of days
 * @param gone what a tombstone means
 * @param newsFor how long after its moment a notice is news, where years can be found at once; empty for ever
 */
record NoticeSource<V>(
        Topic<V> topic,
        BiFunction<Notices, V, Optional<Notice>> notice,
        Function<V, HeldBack.Name> name,
        Function<V, Instant> asOf,
        Gone gone,
        Optional<Duration> newsFor) {

    /** What becomes of what waits to be told when its record's key is gone. */
    enum Gone {
        /** It is told: no record of the topic is taken back by a tombstone. */
        TOLD,
        /** There was nothing to tell. */
        UNTOLD
    }

    /** Of what is never held back: that nobody answers says nothing of an answer. */
    private static final Instant AT_ONCE = Instant.EPOCH;

    static final NoticeSource<Drop> DROPS = new NoticeSource<>(
            Topics.DROPS,
            Notices::of,
            drop -> new HeldBack.Name(SeriesKey.of(drop).text(), drop.getDropId()),
            Drop::getAsOf,
            Gone.TOLD,
            Optional.empty());

    static final NoticeSource<Rise> RISES = new NoticeSource<>(
            Topics.RISES,
            Notices::of,
            rise -> HeldBack.Name.of(SeriesKey.of(rise).text()),
            Rise::getAsOf,
            Gone.TOLD,
            Optional.empty());

    static final NoticeSource<Silence> SILENCES = new NoticeSource<>(
            Topics.SILENCES,
            Notices::of,
            silence -> HeldBack.Name.of(new PlaceKey(silence.getHospital(), silence.getUnit()).text()),
            silence -> AT_ONCE,
            Gone.TOLD,
            Optional.empty());

    static final NoticeSource<Episode> EPISODES = new NoticeSource<>(
            Topics.EPISODES,
            Notices::of,
            episode -> HeldBack.Name.of(WeekKey.of(episode).text()),
            Episode::getAsOf,
            Gone.UNTOLD,
            Optional.empty());

    static final NoticeSource<ThemeRise> THEME_RISES = new NoticeSource<>(
            Topics.THEME_RISES,
            Notices::of,
            rise -> HeldBack.Name.of(ThemeRiseKey.of(rise).text()),
            Notices::cameAbout,
            Gone.TOLD,
            Optional.of(Duration.ofDays(28)));

    /** All that people are told of. */
    static final List<NoticeSource<?>> ALL = List.of(DROPS, RISES, SILENCES, EPISODES, THEME_RISES);
}
