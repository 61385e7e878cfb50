package heed.connectors.notify;

import heed.schemas.Delivery;
import heed.schemas.disclosure.HeldBack;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final HeldBack<Optional<Notice>> held;
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
        this.held = new HeldBack<>(notices.disclosure(), new Offer());
        this.isHistory = told.began().isEmpty()
                ? notice -> true
                : before.<Predicate<Notice>>map(scope -> notice -> !scope.covers(notice))
                        .orElse(notice -> false);
    }

    /** Takes in what a topic says. */
    synchronized <V> void take(NoticeSource<V> source, V record) {
        Optional<Notice> notice = source.notice().apply(notices, record).filter(each -> isNews(source, each));
        if (!keep(notice)) {
            HeldBack.Name name = source.name().apply(record);
            held.take(
                    new HeldBack.Name(key(source, name.key()), name.id()),
                    notice,
                    source.asOf().apply(record));
        }
    }

    /** Takes note that a topic has no record of a key any more. */
    synchronized void remove(NoticeSource<?> source, String key) {
        if (source.gone() == NoticeSource.Gone.UNTOLD) {
            held.remove(key(source, key), clock.instant());
        }
    }

    private static String key(NoticeSource<?> source, String key) {
        return source.topic().name() + "|" + key;
    }

    private boolean isNews(NoticeSource<?> source, Notice notice) {
        return source.newsFor()
                .map(notice.asOf()::plus)
                .map(clock.instant()::isBefore)
                .orElse(true);
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
        held.handOn(clock.instant());
    }

    /** Is offered to once it may be told. */
    private final class Offer implements HeldBack.Next<Optional<Notice>> {

        @Override
        public void put(Optional<Notice> notice) {
            notice.ifPresent(Lane.this::offer);
        }

        @Override
        public void remove(String key) {
            // What was told stays told.
        }
    }

    /** Forgets what is history so far: all is read again. */
    synchronized void restart() {
        history.clear();
        held.clear();
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
