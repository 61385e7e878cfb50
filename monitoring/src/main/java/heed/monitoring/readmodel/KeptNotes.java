package heed.monitoring.readmodel;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.key.PlaceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the days that people noted and did not take away again, each id once, whatever is sent again: of each place the
 * newest {@link #KEPT}, so that nobody's notes push out those of a place that they may not write about.
 */
final class KeptNotes {

    static final int KEPT = 1_000;

    private static final Comparator<Action> EARLIEST_FIRST =
            Comparator.comparing(Action::getDay).thenComparing(Actions.OLDEST_FIRST);

    private final Map<PlaceKey, Notes> places = new HashMap<>();

    /** The notes of one place, by id, and the ids of those that were taken away. */
    private static final class Notes {
        private final Map<String, Action> standing = new LinkedHashMap<>();
        private final Set<String> gone = new LinkedHashSet<>();

        private void add(Action note) {
            if (!gone.contains(note.getActionId())) {
                standing.putIfAbsent(note.getActionId(), note);
                bound(standing.keySet());
            }
        }

        private void remove(String id) {
            standing.remove(id);
            gone.add(id);
            bound(gone);
        }

        private static void bound(Set<String> ids) {
            if (ids.size() > KEPT) {
                Iterator<String> oldest = ids.iterator();
                oldest.next();
                oldest.remove();
            }
        }
    }

    /** Takes in a note, or that one was taken away; what says no day, or nothing of it, is passed over. */
    void put(Action action) {
        Notes notes =
                places.computeIfAbsent(new PlaceKey(action.getHospital(), action.getUnit()), place -> new Notes());
        if (action.getKind() == ActionKind.NOTE_REMOVED) {
            if (action.getRemoves() != null) {
                notes.remove(action.getRemoves());
            }
        } else if (action.getDay() != null && action.getText() != null) {
            notes.add(action);
        }
    }

    /** Returns those that stand, by hospital, the earliest day first. */
    Map<String, List<Action>> freeze() {
        Map<String, List<Action>> frozen = new HashMap<>();
        places.forEach((place, notes) -> {
            if (!notes.standing.isEmpty()) {
                frozen.computeIfAbsent(place.hospital(), code -> new ArrayList<>())
                        .addAll(notes.standing.values());
            }
        });
        frozen.values().forEach(all -> all.sort(EARLIEST_FIRST));
        return frozen;
    }

    void clear() {
        places.clear();
    }
}
