package heed.monitoring.access;

import heed.monitoring.access.Audit.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells the first time that a browser is denied an address from those that follow within an hour, and counts these: a
 * page that renews itself asks every few seconds for what is not there for it any more. Whoever is denied too many
 * different things within an hour is told of with a count of the rest, and so is the oldest of too many.
 */
final class Denials {

    private static final Duration HOUR = Duration.ofHours(1);
    /** Who is denied more different things than that looks for what is there, and not for one of them. */
    private static final int MOST_OF_ONE = 100;

    private static final int MOST_AT_ONCE = 500;

    private final int most;
    private final Map<Asked, Count> since = new LinkedHashMap<>();
    private final Map<String, Integer> different = new HashMap<>();
    private final Map<Happened, Count> rest = new LinkedHashMap<>();

    /** Takes of how many it knows at once. */
    Denials(int most) {
        this.most = most;
    }

    /** What was asked for, and in which session. */
    private record Asked(String session, Happened happened) {

        private String who() {
            return Objects.requireNonNullElse(happened.who(), "");
        }
    }

    private record Count(Instant first, Instant last, int again) {

        private Count and(Count later) {
            return new Count(first, later.last(), again + later.again());
        }

        private boolean isOver(Instant now) {
            return now.isBefore(first) || !now.isBefore(first.plus(HOUR));
        }
    }

    /** How often something came again since it was said, and when last. */
    record Repeated(Happened happened, Instant last, int again) {}

    /** Tells whether it is the first time; what is not, or is one too many of one person's, is counted. */
    boolean isFirst(String session, Happened happened, Instant now) {
        var asked = new Asked(session, happened);
        Count count = since.get(asked);
        if (count != null) {
            since.put(asked, count.and(new Count(now, now, 1)));
            return false;
        }
        if (different.getOrDefault(asked.who(), 0) >= MOST_OF_ONE) {
            addToRest(happened, new Count(now, now, 1));
            return false;
        }
        since.put(asked, new Count(now, now, 0));
        different.merge(asked.who(), 1, Integer::sum);
        return true;
    }

    private void addToRest(Happened happened, Count count) {
        rest.merge(happened.ofWhomAlone(), count, Count::and);
    }

    /** Returns what came again of that whose hour is over; what is too much for once comes with the next. */
    List<Repeated> over(Instant now) {
        List<Repeated> over = new ArrayList<>();
        var each = since.entrySet().iterator();
        while (each.hasNext() && over.size() < MOST_AT_ONCE) {
            Map.Entry<Asked, Count> oldest = each.next();
            if (oldest.getValue().isOver(now)) {
                add(oldest.getKey().happened(), oldest.getValue(), over);
            } else if (since.size() <= most) {
                break;
            } else if (oldest.getValue().again() > 0) {
                addToRest(
                        oldest.getKey().happened(),
                        new Count(
                                now, oldest.getValue().last(), oldest.getValue().again()));
            }
            forget(oldest.getKey(), each);
        }
        tellRest(now, over);
        return over;
    }

    private void forget(Asked asked, Iterator<?> at) {
        different.computeIfPresent(asked.who(), (who, count) -> count == 1 ? null : count - 1);
        at.remove();
    }

    private void tellRest(Instant now, List<Repeated> over) {
        var each = rest.entrySet().iterator();
        while (each.hasNext() && over.size() < MOST_AT_ONCE) {
            Map.Entry<Happened, Count> oldest = each.next();
            if (oldest.getValue().isOver(now)) {
                add(oldest.getKey(), oldest.getValue(), over);
                each.remove();
            }
        }
    }

    /** Returns all that came again, and forgets it. */
    List<Repeated> all() {
        List<Repeated> all = new ArrayList<>();
        since.forEach((asked, count) -> add(asked.happened(), count, all));
        rest.forEach((happened, count) -> add(happened, count, all));
        since.clear();
        different.clear();
        rest.clear();
        return all;
    }

    private static void add(Happened happened, Count count, List<Repeated> to) {
        if (count.again() > 0) {
            to.add(new Repeated(happened, count.last(), count.again()));
        }
    }
}
