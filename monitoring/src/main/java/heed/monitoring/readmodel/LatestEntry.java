package heed.monitoring.readmodel;

import heed.schemas.reader.Route;
import heed.schemas.topic.Topic;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Keeps the latest record of each key of one compacted topic, of those that the audience is told of: all that most
 * kinds need. Bounded as the topic's keys are.
 *
 * @param <V> a record of the topic
 */
final class LatestEntry<V> implements ModelEntry {

    private final Topic<V> topic;
    private final Function<V, String> key;
    private final Consumer<V> heard;
    private final Predicate<V> told;
    private final UnaryOperator<V> cleared;
    private final Function<Map<String, V>, Part> freeze;
    private final Map<String, V> latest = new HashMap<>();
    private boolean changed;
    private Part part;

    /**
     * Starts empty.
     *
     * @param key the key that the topic has a record under
     * @param heard is told of every record, whether or not the audience is
     * @param told whether the audience is told of a record
     * @param freeze makes a part of the latest records, by key
     */
    LatestEntry(
            Topic<V> topic,
            Function<V, String> key,
            Consumer<V> heard,
            Predicate<V> told,
            Function<Map<String, V>, Part> freeze) {
        this(topic, key, heard, told, UnaryOperator.identity(), freeze);
    }

    /**
     * Starts empty, and keeps of a record what the audience may read.
     *
     * @param cleared returns that
     */
    LatestEntry(
            Topic<V> topic,
            Function<V, String> key,
            Consumer<V> heard,
            Predicate<V> told,
            UnaryOperator<V> cleared,
            Function<Map<String, V>, Part> freeze) {
        this.topic = topic;
        this.key = key;
        this.heard = heard;
        this.told = told;
        this.cleared = cleared;
        this.freeze = freeze;
        this.part = freeze.apply(latest);
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(new Route<>(topic, this::put, this::remove));
    }

    private void put(V record) {
        heard.accept(record);
        if (told.test(record)) {
            V kept = cleared.apply(record);
            changed |= !kept.equals(latest.put(key.apply(record), kept));
        } else {
            remove(key.apply(record));
        }
    }

    private void remove(String gone) {
        changed |= latest.remove(gone) != null;
    }

    @Override
    public void clear() {
        latest.clear();
        changed = true;
    }

    @Override
    public boolean freeze(Instant now) {
        boolean differs = changed;
        if (differs) {
            part = freeze.apply(latest);
            changed = false;
        }
        return differs;
    }

    @Override
    public Part part() {
        return part;
    }
}
