package heed.monitoring.readmodel;

import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.HeldBack;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topic;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Hands what one topic says on to another entry as soon as the audience may have it, as {@link HeldBack} decides.
 *
 * @param <V> a record of the topic
 */
final class HeldNews<V> implements ModelEntry {

    private final ModelEntry entry;
    private final Route<V> route;
    private final HeldBack<V> held;
    private final Function<V, HeldBack.Name> name;
    private final Function<V, Instant> asOf;
    private final Clock clock;

    private HeldNews(
            ModelEntry entry,
            Route<V> route,
            Disclosure disclosure,
            Function<V, HeldBack.Name> name,
            Function<V, Instant> asOf,
            Clock clock) {
        this.entry = entry;
        this.route = route;
        this.held = new HeldBack<>(disclosure, new Entry());
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
            Function<V, HeldBack.Name> name,
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

    private final class Entry implements HeldBack.Next<V> {
        @Override
        public void put(V record) {
            route.put().take(record, asOf.apply(record));
        }

        @Override
        public void remove(String key) {
            route.remove().accept(key);
        }
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(new Route<>(
                route.topic(),
                record -> held.take(name.apply(record), record, asOf.apply(record)),
                gone -> held.remove(gone, clock.instant())));
    }

    @Override
    public void clear() {
        held.clear();
        entry.clear();
    }

    @Override
    public boolean freeze(Instant now) {
        held.handOn(now);
        return entry.freeze(now);
    }

    @Override
    public Part part() {
        return entry.part();
    }
}
