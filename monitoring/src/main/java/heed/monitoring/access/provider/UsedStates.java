package heed.monitoring.access.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which attempts were finished, until they would be too old anyway. Known to this instance alone: another is
 * refused by the provider, which takes a code once. Within bounds: the oldest is forgotten first.
 */
final class UsedStates {

    private static final int MOST = 20_000;

    private final Duration kept;
    private final Map<String, Instant> used = new LinkedHashMap<>();

    UsedStates(Duration kept) {
        this.kept = kept;
    }

    /** Tells whether an attempt comes for the first time, and remembers that it came. */
    synchronized boolean first(String state, Instant now) {
        used.values().removeIf(at -> at.plus(kept).isBefore(now));
        if (used.size() >= MOST) {
            used.remove(used.keySet().iterator().next());
        }
        return used.putIfAbsent(state, now) == null;
    }
}
