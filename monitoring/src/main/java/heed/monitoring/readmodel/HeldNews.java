package heed.monitoring.readmodel;

import heed.schemas.disclosure.Disclosure;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topic;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Hands the records of one topic on to another entry as soon as the audience may have them: a drop that is told in the
 * moment of its alarm says that the answer of that moment was not a good one.
 *
 * @param <V> a record of the topic
 */
final class HeldNews<V> implements ModelEntry {

    private final ModelEntry entry;
    private final Route<V> route;
    private final Disclosure disclosure;
    private final Function<V, String> key;
    private final Function<V, Instant> asOf;
    /** The newest of each key that is not handed on yet. */
    private final Map<String, V> held = new LinkedHashMap<>();

    private HeldNews(
            ModelEntry entry,
            Route<V> route,
            Disclosure disclosure,
            Function<V, String> key,
            Function<V, Instant> asOf) {
        this.entry = entry;
        this.route = route;
        this.disclosure = disclosure;
        this.key = key;
        this.asOf = asOf;
    }

    /** Returns {@code entry}, of one topic, so that what is to be held back from the audience is. */
    @SuppressWarnings("unchecked")
    static <V> ModelEntry of(
            ModelEntry entry,
            Topic<V> topic,
            Disclosure disclosure,
            Function<V, String> key,
            Function<V, Instant> asOf) {
        if (!disclosure.isByRelease()) {
            return entry;
        }
        Route<V> route = (Route<V>) entry.routes().get(0);
        if (!route.topic().equals(topic)) {
            throw new IllegalArgumentException("takes in " + route.topic().name() + ", not " + topic.name());
        }
        return new HeldNews<>(entry, route, disclosure, key, asOf);
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(new Route<>(route.topic(), this::take, this::remove));
    }

    private void take(V record) {
        V earlier = held.put(key.apply(record), record);
        if (earlier != null && !disclosure.holds(asOf.apply(earlier), asOf.apply(record))) {
            handOn(earlier);
        }
    }

    private void remove(String gone) {
        held.remove(gone);
        route.remove().accept(gone);
    }

    private void handOn(V record) {
        route.put().take(record, asOf.apply(record));
    }

    @Override
    public void clear() {
        held.clear();
        entry.clear();
    }

    @Override
    public boolean freeze(Instant now) {
        held.values().removeIf(record -> {
            boolean due = !disclosure.holds(asOf.apply(record), now);
            if (due) {
                handOn(record);
            }
            return due;
        });
        return entry.freeze(now);
    }

    @Override
    public Part part() {
        return entry.part();
    }
}
