package heed.monitoring.readmodel;

import heed.schemas.Action;
import heed.schemas.Drop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what people did by what it is about: a drop, or a line of figures where an act names none. */
final class ActionsState {

    private static final Comparator<Action> OLDEST_FIRST =
            Comparator.comparing(Action::getAt).thenComparing(Action::getActionId);

    private final ActsShelf<String> drops = new ActsShelf<>(OLDEST_FIRST);
    private final ActsShelf<SeriesKey> lines = new ActsShelf<>(OLDEST_FIRST);

    /** Takes an act in, whether or not what it is about is among {@code known} yet. */
    void put(Action action, Map<String, Drop> known) {
        if (action.getDropId() != null) {
            drops.put(action.getDropId(), action, known::keySet);
        } else if (action.getMeasure() != null) {
            lines.put(
                    new SeriesKey(action.getHospital(), action.getUnit(), action.getMeasure()),
                    action,
                    () -> linesOf(known));
        }
    }

    private static Set<SeriesKey> linesOf(Map<String, Drop> known) {
        Set<SeriesKey> lines = new HashSet<>();
        known.values().forEach(drop -> lines.add(SeriesKey.of(drop)));
        return lines;
    }

    void clear() {
        drops.clear();
        lines.clear();
    }

    /** Returns what was done about each of the drops, nothing included. */
    Map<String, Handling> of(Map<String, Drop> known) {
        Map<String, Handling> handling = new HashMap<>();
        known.forEach((id, drop) -> handling.put(id, of(drop)));
        return handling;
    }

    /** An act is its hospital's: one that names another's drop is none of that drop's. */
    private Handling of(Drop drop) {
        List<Action> acts = new ArrayList<>();
        drops.of(drop.getDropId()).stream()
                .filter(act -> act.getHospital().equals(drop.getHospital()))
                .forEach(acts::add);
        lines.of(SeriesKey.of(drop)).stream()
                .filter(act -> !act.getAt().isBefore(drop.getOpenedAt()))
                .forEach(acts::add);
        acts.sort(OLDEST_FIRST);
        return acts.isEmpty() ? Handling.NONE : new Handling(acts);
    }
}
