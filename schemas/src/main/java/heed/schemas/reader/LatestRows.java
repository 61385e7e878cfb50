package heed.schemas.reader;

import heed.schemas.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Holds the newest value of each key of a compacted topic. One thread writes; any number of threads read what was
 * published last, also while all is read anew.
 *
 * @param <V> what the values are
 */
public final class LatestRows<V> implements Destination {

    private final Topic<V> topic;
    private final Function<V, String> key;
    private final Predicate<V> kept;
    private final Map<String, V> rows = new HashMap<>();
    private final CountDownLatch read = new CountDownLatch(1);
    private final Object turned = new Object();
    private boolean changed;
    private volatile Map<String, V> published = Map.of();

    /** Takes a topic and what says the key of a value, which is the key of its record. */
    public LatestRows(Topic<V> topic, Function<V, String> key) {
        this(topic, key, value -> true);
    }

    /** Takes also which values are still kept, of which whatever else comes rids this of the others. */
    public LatestRows(Topic<V> topic, Function<V, String> key, Predicate<V> kept) {
        this.topic = topic;
        this.key = key;
        this.kept = kept;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(new Route<>(topic, this::put, this::remove));
    }

    private void put(V value) {
        rows.put(key.apply(value), value);
        changed = true;
    }

    private void remove(String gone) {
        rows.remove(gone);
        changed = true;
    }

    @Override
    public void restart() {
        rows.clear();
        changed = true;
    }

    @Override
    public void publish() {
        if (changed) {
            changed = false;
            rows.values().removeIf(kept.negate());
            synchronized (turned) {
                published = Map.copyOf(rows);
                turned.notifyAll();
            }
        }
        read.countDown();
    }

    /** Returns the newest values, by key. */
    public Map<String, V> all() {
        return published;
    }

    /** Waits until all that the topic holds has been read, or for {@code patience}; tells whether it has. */
    public boolean awaitRead(Duration patience) throws InterruptedException {
        return read.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until what was published holds {@code value}, or for {@code patience}; tells whether it does. */
    public boolean awaitShown(V value, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (turned) {
            long left = patience.toNanos();
            while (!value.equals(published.get(key.apply(value))) && left > 0) {
                turned.wait(left / 1_000_000, (int) (left % 1_000_000));
                left = deadline - System.nanoTime();
            }
            return value.equals(published.get(key.apply(value)));
        }
    }
}
