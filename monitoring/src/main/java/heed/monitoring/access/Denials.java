package heed.monitoring.access;

import heed.monitoring.access.Audit.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the first time that a browser is denied an address from those that follow within an hour, and counts these: a
 * page that renews itself asks every few seconds for what is not there for it any more.
 */
final class Denials {

    private static final Duration HOUR = Duration.ofHours(1);

    private final int most;
    private final Map<Asked, Count> since = new LinkedHashMap<>();

    /** Takes of how many it knows at once; of what is more the oldest is said early. */
    Denials(int most) {
        this.most = most;
    }

    /** What was asked for, and in which session. */
    private record Asked(String session, Happened happened) {}

    private record Count(Instant first, Instant last, int again) {}

    /** How often something came again since it was said, and when last. */
    record Repeated(Happened happened, Instant last, int again) {}

    /** Tells whether it is the first time; what is not is counted. */
    boolean isFirst(String session, Happened happened, Instant now) {
        var asked = new Asked(session, happened);
        Count count = since.get(asked);
        since.put(asked, count == null ? new Count(now, now, 0) : new Count(count.first(), now, count.again() + 1));
        return count == null;
    }

    /** Returns what came again of that whose hour is over, and of the oldest where there are too many. */
    List<Repeated> over(Instant now) {
        List<Repeated> over = new ArrayList<>();
        var each = since.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Asked, Count> oldest = each.next();
            Instant first = oldest.getValue().first();
            boolean isOver = now.isBefore(first) || !now.isBefore(first.plus(HOUR));
            if (!isOver && since.size() <= most) {
                break;
            }
            add(oldest.getKey(), oldest.getValue(), over);
            each.remove();
        }
        return over;
    }

    /** Returns all that came again, and forgets it. */
    List<Repeated> all() {
        List<Repeated> all = new ArrayList<>();
        since.forEach((asked, count) -> add(asked, count, all));
        since.clear();
        return all;
    }

    private static void add(Asked asked, Count count, List<Repeated> to) {
        if (count.again() > 0) {
            to.add(new Repeated(asked.happened(), count.last(), count.again()));
        }
    }
}
