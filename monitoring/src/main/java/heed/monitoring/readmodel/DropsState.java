package heed.monitoring.readmodel;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gathers the latest drop of every line of figures. Drops that a later one of the same line replaced are remembered up to
 * {@link #REMEMBERED}, so that a link to one keeps working for a while. A record that says that a line is watched from now on
 * is no drop and is kept apart.
 */
final class DropsState {

    static final int REMEMBERED = 500;

    private final Map<SeriesKey, Drop> latest = new HashMap<>();
    private final Map<String, Drop> known = new LinkedHashMap<>();
    private final Map<SeriesKey, Learned> watched = new HashMap<>();

    void put(Drop drop) {
        if (drop.getPhase() == DropPhase.LEARNED) {
            latest.remove(SeriesKey.of(drop));
            watched.put(SeriesKey.of(drop), Learned.of(drop));
            return;
        }
        latest.put(SeriesKey.of(drop), drop);
        known.remove(drop.getDropId());
        known.put(drop.getDropId(), drop);
        if (known.size() > REMEMBERED) {
            forgetOldestReplaced();
        }
    }

    void remove(SeriesKey key) {
        latest.remove(key);
        watched.remove(key);
        known.values().removeIf(each -> SeriesKey.of(each).equals(key));
    }

    void clear() {
        latest.clear();
        watched.clear();
        known.clear();
    }

    Map<SeriesKey, Drop> latest() {
        return latest;
    }

    Map<String, Drop> known() {
        return known;
    }

    /** Returns what was learned of lines, where their newest record does not tell of a fall instead. */
    Map<SeriesKey, Learned> watched() {
        return watched;
    }

    private void forgetOldestReplaced() {
        known.values().stream()
                .filter(drop -> !drop.equals(latest.get(SeriesKey.of(drop))))
                .findFirst()
                .ifPresent(drop -> known.remove(drop.getDropId()));
    }
}
