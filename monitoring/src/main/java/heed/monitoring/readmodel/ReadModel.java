package heed.monitoring.readmodel;

import heed.schemas.Drop;
import heed.schemas.DropKey;
import heed.schemas.Score;
import heed.schemas.ScoreKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Holds what the output topics say. One thread writes ({@link #put}, {@link #remove}, then {@link #publish}); any number of
 * threads read {@link #snapshot()}, which only ever changes as a whole.
 *
 * <p>Bounded by hospitals, units and measures, never by time: see {@link SeriesState}. Drops that a later one of the same
 * line replaced are remembered up to {@link #DROPS_REMEMBERED}, so that a link to one keeps working for a while.
 */
public final class ReadModel {

    static final int DROPS_REMEMBERED = 500;

    private final Clock clock;
    private final String epoch;

    private final Map<String, Map<SeriesKey, SeriesState>> states = new HashMap<>();
    private final Map<SeriesKey, Drop> drops = new HashMap<>();
    private final Map<String, Drop> known = new LinkedHashMap<>();
    private final Map<String, HospitalFigures> frozen = new HashMap<>();
    private final Set<SeriesKey> touched = new HashSet<>();
    private Change change = Change.NONE;
    private Instant asOf;
    private long changes;

    private final Object changed = new Object();
    private volatile Snapshot snapshot;

    private enum Change {
        NONE,
        SOME
    }

    /** Starts empty; {@code clock} says when figures changed and tells this start's versions from another's. */
    public ReadModel(Clock clock) {
        this.clock = clock;
        this.epoch = Long.toString(clock.millis(), Character.MAX_RADIX);
        this.snapshot = new Snapshot(epoch + "-0", Map.of(), Map.of(), Map.of(), null, null);
    }

    /** Returns the figures as last published. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Waits until the figures are no longer those of {@code version}, or for {@code patience}; returns what there is then. */
    public Snapshot awaitChange(String version, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (changed) {
            long left = deadline - System.nanoTime();
            while (snapshot.version().equals(version) && left > 0) {
                changed.wait(left / 1_000_000, (int) (left % 1_000_000));
                left = deadline - System.nanoTime();
            }
            return snapshot;
        }
    }

    /** Forgets everything, without telling readers before the next {@link #publish}: what follows is read from the beginning. */
    public void restart() {
        states.clear();
        drops.clear();
        known.clear();
        frozen.clear();
        touched.clear();
        asOf = null;
        change = Change.SOME;
    }

    /** Takes in a score, in place of an earlier one of the same window. */
    public void put(Score score) {
        SeriesKey key = SeriesKey.of(score);
        states.computeIfAbsent(key.hospital(), code -> new HashMap<>())
                .computeIfAbsent(key, SeriesState::new)
                .put(score);
        touched.add(key);
        progress(score.getAsOf());
    }

    /** Takes a score out: its topic has a tombstone. */
    public void remove(ScoreKey score) {
        SeriesKey key = SeriesKey.of(score);
        SeriesState state = states.getOrDefault(key.hospital(), Map.of()).get(key);
        if (state != null) {
            state.remove(score.window(), score.start());
            touched.add(key);
            change = Change.SOME;
        }
    }

    /** Takes in a drop, in place of an earlier one of the same line. */
    public void put(Drop drop) {
        drops.put(SeriesKey.of(drop), drop);
        known.remove(drop.getDropId());
        known.put(drop.getDropId(), drop);
        if (known.size() > DROPS_REMEMBERED) {
            forgetOldestReplaced();
        }
        progress(drop.getAsOf());
    }

    /** Takes a line's drops out: its topic has a tombstone. */
    public void remove(DropKey drop) {
        SeriesKey key = SeriesKey.of(drop);
        drops.remove(key);
        known.values().removeIf(each -> SeriesKey.of(each).equals(key));
        change = Change.SOME;
    }

    /** Shows readers everything taken in so far, if anything changed. */
    public void publish() {
        if (change == Change.NONE) {
            return;
        }
        touched.forEach(this::freeze);
        touched.clear();
        change = Change.NONE;
        changes++;
        Snapshot next = new Snapshot(epoch + '-' + changes, frozen, drops, known, asOf, clock.instant());
        synchronized (changed) {
            snapshot = next;
            changed.notifyAll();
        }
    }

    private void progress(Instant arrival) {
        if (asOf == null || arrival.isAfter(asOf)) {
            asOf = arrival;
        }
        change = Change.SOME;
    }

    private void freeze(SeriesKey key) {
        Map<SeriesKey, SeriesState> hospital = states.get(key.hospital());
        SeriesState state = hospital.get(key);
        HospitalFigures before = frozen.get(key.hospital());
        Map<SeriesKey, Series> series = before == null ? new HashMap<>() : new HashMap<>(before.series());
        if (state.isEmpty()) {
            hospital.remove(key);
            series.remove(key);
        } else {
            series.put(key, state.freeze());
        }
        if (series.isEmpty()) {
            frozen.remove(key.hospital());
            states.remove(key.hospital());
        } else {
            frozen.put(key.hospital(), new HospitalFigures(key.hospital(), series));
        }
    }

    private void forgetOldestReplaced() {
        known.values().stream()
                .filter(drop -> !drop.equals(drops.get(SeriesKey.of(drop))))
                .findFirst()
                .ifPresent(drop -> known.remove(drop.getDropId()));
    }
}
