package heed.schemas.disclosure;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what one topic says until its audience may have it, in its order: a drop that is told in the moment of its
 * alarm, or an episode that is gone in it, says that the answer of that moment was not a good one. Whoever tells such
 * an audience anything, a page or a message, gets it from here. Staff have all of it at once.
 *
 * @param <V> a record of the topic
 */
public final class HeldBack<V> {

    private final Disclosure disclosure;
    private final Next<V> next;
    /** What is not handed on yet, by key: bounded by what there was of it on the days that are held. */
    private final Map<String, Deque<News<V>>> lines = new LinkedHashMap<>();
    /** Whether something may have been told: what was removed before is no news. */
    private boolean begun;

    /** Holds nothing yet. */
    public HeldBack(Disclosure disclosure, Next<V> next) {
        this.disclosure = disclosure;
        this.next = next;
    }

    /** Is handed on to what the audience may have. */
    public interface Next<V> {

        /** Hears what is there now. */
        void put(V record);

        /** Hears that there is none of {@code key} any more. */
        void remove(String key);
    }

    /**
     * Says what a record is of.
     *
     * @param key its key on the topic
     * @param id which of those that the key has one after another: a newer record of the same takes its place
     */
    public record Name(String key, String id) {

        /** Names what is the only one of its key. */
        public static Name of(String key) {
            return new Name(key, key);
        }
    }

    /**
     * Is a record, or that there is none of its key any more.
     *
     * @param at the moment whose day is to be over; never before that of what came earlier
     */
    private record News<V>(@Nullable V record, @Nullable String id, Instant at) {}

    /** Takes in a record as of an answer that came in at {@code asOf}. */
    public void take(Name name, V record, Instant asOf) {
        if (disclosure.isByRelease()) {
            hold(name.key(), record, name.id(), asOf);
        } else {
            next.put(record);
        }
    }

    /** Takes in that there is none of {@code key} any more, which was read at {@code now}. */
    public void remove(String key, Instant now) {
        if (begun && disclosure.isByRelease()) {
            hold(key, null, null, now);
        } else {
            lines.remove(key);
            next.remove(key);
        }
    }

    private void hold(String key, @Nullable V record, @Nullable String id, Instant at) {
        Deque<News<V>> line = lines.computeIfAbsent(key, none -> new ArrayDeque<>());
        handOn(key, line, at);
        News<V> last = line.peekLast();
        Instant due = last == null || at.isAfter(last.at()) ? at : last.at();
        if (last != null && Objects.equals(last.id(), id)) {
            line.removeLast();
        }
        line.addLast(new News<>(record, id, due));
    }

    /** Hands on what the audience may have at {@code now}; what is removed from now on is news. */
    public void handOn(Instant now) {
        begun = true;
        lines.forEach((key, line) -> handOn(key, line, now));
        lines.values().removeIf(Deque::isEmpty);
    }

    /** What is gone again by the time that it may be told never is. */
    private void handOn(String key, Deque<News<V>> line, Instant now) {
        List<V> due = new ArrayList<>();
        while (!line.isEmpty() && !disclosure.holds(line.getFirst().at(), now)) {
            V record = line.removeFirst().record();
            if (record == null) {
                due.clear();
                next.remove(key);
            } else {
                due.add(record);
            }
        }
        due.forEach(next::put);
    }

    /** Forgets all that it holds, to take it in once more. */
    public void clear() {
        lines.clear();
        begun = false;
    }
}
