package heed.connectors.notify;

import heed.schemas.Delivery;
import heed.schemas.Drop;
import heed.schemas.Episode;
import heed.schemas.Rise;
import heed.schemas.Silence;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes the records for one route: what is news waits for the route's receiver, what was there before the route is
 * noted as history.
 */
final class Lane {

    private final NoticeRoute route;
    private final Notices notices;
    private final Told told;
    private final Waiting waiting;
    private final Clock clock;
    private final Map<String, Instant> history = new HashMap<>();
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
        this.isHistory = told.began().isEmpty()
                ? notice -> true
                : before.<Predicate<Notice>>map(scope -> notice -> !scope.covers(notice))
                        .orElse(notice -> false);
    }

    void take(Drop drop) {
        notices.of(drop).ifPresent(this::take);
    }

    void take(Rise rise) {
        notices.of(rise).ifPresent(this::take);
    }

    void take(Silence silence) {
        notices.of(silence).ifPresent(this::take);
    }

    void take(Episode episode) {
        notices.of(episode).ifPresent(this::take);
    }

    private synchronized void take(Notice notice) {
        if (!route.scope().covers(notice) || told.has(notice)) {
            return;
        }
        if (isHistory.test(notice)) {
            history.merge(notice.about(), notice.asOf(), (one, other) -> one.isAfter(other) ? one : other);
        } else {
            waiting.offer(notice);
        }
    }

    /** Forgets what is history so far: all is read again. */
    synchronized void restart() {
        history.clear();
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
