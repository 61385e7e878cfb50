package heed.connectors.notify;

import heed.schemas.Delivery;
import heed.schemas.Drop;
import heed.schemas.Episode;
import heed.schemas.Rise;
import heed.schemas.Silence;
import heed.schemas.disclosure.HeldBack;
import heed.schemas.key.SeriesKey;
import heed.schemas.key.WeekKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Takes the records for one route: what is news waits for the route's receiver, as soon as its readers may be told,
 * what was there before the route is noted as history.
 */
final class Lane {

    private final NoticeRoute route;
    private final Notices notices;
    private final Told told;
    private final Waiting waiting;
    private final Clock clock;
    private final Map<String, Instant> history = new HashMap<>();
    private final HeldBack<Drop> drops;
    private final HeldBack<Rise> rises;
    private final HeldBack<Episode> episodes;
    private Predicate<Notice> isHistory;
    private boolean begun;

    /**
     * Takes what the route was told.
     *
     * @param before what the route was for when it began, where that was something else than it is now
     */
    Lane(NoticeRoute route, Notices notices, Told told, Waiting waiting, Optional<NoticeScope> before, Clock clock) {
        this.route = route;
        this.notices = notices;
        this.told = told;
        this.waiting = waiting;
        this.clock = clock;
        this.drops = new HeldBack<>(notices.disclosure(), new Offer<>(notices::of));
        this.rises = new HeldBack<>(notices.disclosure(), new Offer<>(notices::of));
        this.episodes = new HeldBack<>(notices.disclosure(), new Offer<>(notices::of));
        this.isHistory = told.began().isEmpty()
                ? notice -> true
                : before.<Predicate<Notice>>map(scope -> notice -> !scope.covers(notice))
                        .orElse(notice -> false);
    }

    synchronized void take(Drop drop) {
        if (!keep(notices.of(drop))) {
            drops.take(new HeldBack.Name(SeriesKey.of(drop).text(), drop.getDropId()), drop, drop.getAsOf());
        }
    }

    synchronized void take(Rise rise) {
        if (!keep(notices.of(rise))) {
            rises.take(HeldBack.Name.of(SeriesKey.of(rise).text()), rise, rise.getAsOf());
        }
    }

    synchronized void take(Silence silence) {
        Optional<Notice> notice = notices.of(silence);
        if (!keep(notice)) {
            notice.ifPresent(this::offer);
        }
    }

    synchronized void take(Episode episode) {
        if (!keep(notices.of(episode))) {
            episodes.take(HeldBack.Name.of(WeekKey.of(episode).text()), episode, episode.getAsOf());
        }
    }

    /** Takes note that an episode, by its key, is none any more: nobody has to be told of it who was not yet. */
    synchronized void removeEpisode(String key) {
        episodes.remove(key, clock.instant());
    }

    /** Notes what was there before the route as history, and tells whether it was. */
    private boolean keep(Optional<Notice> notice) {
        Optional<Notice> past = notice.filter(this::isFor).filter(isHistory);
        past.ifPresent(
                each -> history.merge(each.about(), each.asOf(), (one, other) -> one.isAfter(other) ? one : other));
        return past.isPresent();
    }

    private boolean isFor(Notice notice) {
        return route.scope().covers(notice) && !told.has(notice);
    }

    private void offer(Notice notice) {
        if (isFor(notice)) {
            waiting.offer(notice);
        }
    }

    /** Lets what the route's readers may be told by now wait for its receiver. */
    synchronized void handOn() {
        Instant now = clock.instant();
        drops.handOn(now);
        rises.handOn(now);
        episodes.handOn(now);
    }

    /** Is offered to once it may be told. */
    private final class Offer<V> implements HeldBack.Next<V> {

        private final Function<V, Optional<Notice>> of;

        Offer(Function<V, Optional<Notice>> of) {
            this.of = of;
        }

        @Override
        public void put(V record) {
            of.apply(record).ifPresent(Lane.this::offer);
        }

        @Override
        public void remove(String key) {
            // What was told stays told.
        }
    }

    /** Forgets what is history so far: all is read again. */
    synchronized void restart() {
        history.clear();
        drops.clear();
        rises.clear();
        episodes.clear();
    }

    /**
     * Returns the rows to write once all that was there has been read; the last says that the others are written.
     * Nothing where a route goes on as it was.
     */
    synchronized List<Delivery> beginning() {
        boolean same = told.began().map(route.scope().text()::equals).orElse(false);
        if (same) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Delivery> rows = new ArrayList<>();
        history.forEach((about, asOf) -> rows.add(DeliveryRows.history(route.name(), about, asOf, now)));
        rows.add(DeliveryRows.began(route.name(), route.scope().text(), now));
        return rows;
    }

    /** Takes note that the rows of {@link #beginning} are written: from now on all that comes is news. */
    synchronized void begin(List<Delivery> rows) {
        rows.forEach(told::add);
        history.clear();
        isHistory = notice -> false;
        begun = true;
    }

    /** Tells whether all that comes is news. */
    synchronized boolean hasBegun() {
        return begun;
    }
}
