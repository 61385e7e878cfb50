package heed.monitoring.readmodel;

import heed.schemas.Drop;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.SeriesKey;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gathers the latest drop of every line of figures. Drops that a later one of the same line replaced are remembered up
 * to {@link #REMEMBERED}, so that a link to one keeps working for a while.
 */
final class DropsEntry implements ModelEntry {

    static final int REMEMBERED = 500;

    private final Disclosure disclosure;
    private final Consumer<Instant> reached;
    private final Map<SeriesKey, Drop> latest = new HashMap<>();
    private final Map<String, Drop> known = new LinkedHashMap<>();
    private boolean changed;
    private Drops part = new Drops(latest, known);

    DropsEntry(Disclosure disclosure, Consumer<Instant> reached) {
        this.disclosure = disclosure;
        this.reached = reached;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(new Route<>(Topics.DROPS, this::take, key -> remove(SeriesKey.parse(key))));
    }

    private void take(Drop drop) {
        if (disclosure.takes(drop)) {
            put(disclosure.cleared(drop));
        } else {
            remove(SeriesKey.of(drop));
        }
        reached.accept(drop.getAsOf());
    }

    private void put(Drop drop) {
        changed |= !drop.equals(latest.get(SeriesKey.of(drop)));
        latest.put(SeriesKey.of(drop), drop);
        known.remove(drop.getDropId());
        known.put(drop.getDropId(), drop);
        if (known.size() > REMEMBERED) {
            forgetOldestReplaced();
        }
    }

    private void forgetOldestReplaced() {
        known.values().stream()
                .filter(drop -> !drop.equals(latest.get(SeriesKey.of(drop))))
                .findFirst()
                .ifPresent(drop -> known.remove(drop.getDropId()));
    }

    private void remove(SeriesKey key) {
        changed |= latest.remove(key) != null;
        changed |= known.values().removeIf(each -> SeriesKey.of(each).equals(key));
    }

    /** Returns every drop remembered by what was taken in so far, by id. */
    Map<String, Drop> known() {
        return known;
    }

    @Override
    public void clear() {
        latest.clear();
        known.clear();
        changed = true;
    }

    @Override
    public boolean freeze(Instant now) {
        boolean differs = changed;
        if (differs) {
            part = new Drops(latest, known);
            changed = false;
        }
        return differs;
    }

    @Override
    public Drops part() {
        return part;
    }
}
