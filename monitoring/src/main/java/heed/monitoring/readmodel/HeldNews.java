package heed.monitoring.readmodel;

import heed.schemas.disclosure.Disclosure;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topic;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands what one topic says on to another entry, in its order, as soon as the audience may have it: a drop that is told
 * in the moment of its alarm, or an episode that is gone in it, says that the answer of that moment was not a good one.
 *
 * @param <V> a record of the topic
 */
final class HeldNews<V> implements ModelEntry {

    private final ModelEntry entry;
    private final Route<V> route;
    private final Disclosure disclosure;
    private final Function<V, Name> name;
    private final Function<V, Instant> asOf;
    private final Clock clock;
    /** What is not handed on yet, by key: bounded by what there was of it on the days that are held. */
    private final Map<String, Deque<News<V>>> held = new LinkedHashMap<>();
    /** Whether something may have been told: what was removed before is no news. */
    private boolean begun;

    private HeldNews(
            ModelEntry entry,
            Route<V> route,
            Disclosure disclosure,
            Function<V, Name> name,
            Function<V, Instant> asOf,
            Clock clock) {
        this.entry = entry;
        this.route = route;
        this.disclosure = disclosure;
        this.name = name;
        this.asOf = asOf;
        this.clock = clock;
    }

    /** Returns {@code entry}, of one topic, so that what is to be held back from the audience is. */
    @SuppressWarnings("unchecked")
    static <V> ModelEntry of(
            ModelEntry entry,
            Topic<V> topic,
            Disclosure disclosure,
            Function<V, Name> name,
            Function<V, Instant> asOf,
            Clock clock) {
        if (!disclosure.isByRelease()) {
            return entry;
        }
        Route<V> route = (Route<V>) entry.routes().get(0);
        if (!route.topic().equals(topic)) {
            throw new IllegalArgumentException("takes in " + route.topic().name() + ", not " + topic.name());
        }
        return new HeldNews<>(entry, route, disclosure, name, asOf, clock);
    }

    /**
     * Says what a record is of.
     *
     * @param key its key on the topic
     * @param id which of those that the key has one after another: a newer record of the same takes its place
     */
    record Name(String key, String id) {

        /** Names what is the only one of its key. */
        static Name of(String key) {
            return new Name(key, key);
        }
    }

    /**
     * Is a record, or that there is none of its key any more.
     *
     * @param at the moment whose day is to be over; never before that of what came earlier
     */
    private record News<V>(@Nullable V record, @Nullable String id, Instant at) {}

    @Override
    public List<Route<?>> routes() {
        return List.of(new Route<>(route.topic(), this::take, this::remove));
    }

    private void take(V record) {
        Name of = name.apply(record);
        hold(of.key(), record, of.id(), asOf.apply(record));
    }

    private void remove(String gone) {
        if (begun) {
            hold(gone, null, null, clock.instant());
        } else {
            held.remove(gone);
            route.remove().accept(gone);
        }
    }

    private void hold(String key, @Nullable V record, @Nullable String id, Instant at) {
        Deque<News<V>> line = held.computeIfAbsent(key, none -> new ArrayDeque<>());
        handOn(key, line, at);
        News<V> last = line.peekLast();
        Instant due = last == null || at.isAfter(last.at()) ? at : last.at();
        if (last != null && Objects.equals(last.id(), id)) {
            line.removeLast();
        }
        line.addLast(new News<>(record, id, due));
    }

    /** Hands on what an audience may have at {@code now}. */
    private void handOn(String key, Deque<News<V>> line, Instant now) {
        while (!line.isEmpty() && !disclosure.holds(line.getFirst().at(), now)) {
            V record = line.removeFirst().record();
            if (record == null) {
                route.remove().accept(key);
            } else {
                route.put().take(record, asOf.apply(record));
            }
        }
    }

    @Override
    public void clear() {
        held.clear();
        begun = false;
        entry.clear();
    }

    @Override
    public boolean freeze(Instant now) {
        begun = true;
        held.forEach((key, line) -> handOn(key, line, now));
        held.values().removeIf(Deque::isEmpty);
        return entry.freeze(now);
    }

    @Override
    public Part part() {
        return entry.part();
    }
}
