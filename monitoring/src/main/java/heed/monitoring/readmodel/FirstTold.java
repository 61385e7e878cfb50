package heed.monitoring.readmodel;

import heed.schemas.disclosure.Disclosure;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds back what could be told for the first time until the day is over on which it could: one record makes it so, the
 * first of any hospital after a month has closed, and at once everybody would see it come. What is there when the
 * reading begins waits where it could not be told before that day: so who starts on it tells what others tell that were
 * there. Bounded by what there is to be told for the first time on a day.
 *
 * @param <K> names what is told
 */
final class FirstTold<K> {

    /** What was there when the reading began has so long to be put together: it comes by several topics. */
    static final Duration SETTLING = ComparisonState.WAIT_FOR_ROWS.multipliedBy(2);

    private final Disclosure disclosure;
    private final Map<K, Instant> since = new HashMap<>();
    private @Nullable Instant begun;

    FirstTold(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    /**
     * Tells whether {@code key}, which was not told yet and now could be, has to wait.
     *
     * @param earliest before which it could not be told
     */
    boolean waits(K key, Instant earliest, Instant now) {
        Instant could = begun == null || now.isBefore(begun) ? earliest : now;
        if (!disclosure.holds(since.computeIfAbsent(key, none -> could), now)) {
            since.remove(key);
            return false;
        }
        return true;
    }

    /** Returns what has waited long enough by {@code now}. */
    List<K> due(Instant now) {
        return since.entrySet().stream()
                .filter(each -> !disclosure.holds(each.getValue(), now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Takes note that by {@code now} all that was there when the reading began was taken in. */
    void begin(Instant now) {
        if (begun == null) {
            begun = now.plus(SETTLING);
        }
    }

    /** Forgets all, to begin once more. */
    void clear() {
        since.clear();
        begun = null;
    }
}
