package heed.monitoring.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after some failures in a row each further one doubles the wait for the next try, up to a quarter
 * of an hour. A success forgets them, and so does a day without any. Known within bounds: who has not tried for longest
 * is forgotten first.
 */
final class Throttle {

    static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final int MOST_KNOWN = 20_000;

    private final int free;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, .75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    private record Failures(int inARow, Instant last) {}

    /** Lets {@code free} failures in a row pass without a wait. */
    Throttle(int free) {
        this.free = free;
    }

    /** Returns how long whoever goes by {@code key} has to wait before the next try; nothing where they need not. */
    synchronized Duration left(String key, Instant now) {
        Failures known = failures.get(key);
        if (known == null || known.inARow() < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(known.inARow() - free, 10);
        Duration wait = Duration.ofSeconds(1L << doublings);
        Instant next = known.last().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    }

    synchronized void failed(String key, Instant now) {
        failures.merge(
                key,
                new Failures(1, now),
                (known, one) -> known.last().plus(FORGOTTEN_AFTER).isBefore(now)
                        ? one
                        : new Failures(Math.min(known.inARow() + 1, 1_000), now));
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }
}
