package heed.monitoring.readmodel;

import heed.schemas.Action;
import heed.schemas.Drop;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.SeriesKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds what people did. Immutable.
 *
 * @param disclosure says whether readers are told
 * @param aboutDrops by the id of the drop, the oldest first
 * @param aboutLines what names no drop, by the line of figures that it is about, the oldest first
 * @param notes days that somebody noted, by hospital, the earliest day first
 */
public record Actions(
        Disclosure disclosure,
        Map<String, List<Action>> aboutDrops,
        Map<SeriesKey, List<Action>> aboutLines,
        Map<String, List<Action>> notes)
        implements Part {

    static final Comparator<Action> OLDEST_FIRST =
            Comparator.comparing(Action::getAt).thenComparing(Action::getActionId);

    public Actions {
        aboutDrops = Map.copyOf(aboutDrops);
        aboutLines = Map.copyOf(aboutLines);
        notes = Map.copyOf(notes);
    }

    @Override
    public Actions seenBy(Viewer viewer) {
        return new Actions(disclosure, seen(aboutDrops, viewer), seen(aboutLines, viewer), seen(notes, viewer));
    }

    /** An action names its own hospital, which need not be that of the drop that it names. */
    private static <K> Map<K, List<Action>> seen(Map<K, List<Action>> all, Viewer viewer) {
        Map<K, List<Action>> seen = new HashMap<>();
        all.forEach((about, actions) -> {
            List<Action> kept = actions.stream()
                    .filter(action -> viewer.sees(action.getHospital(), action.getUnit()))
                    .toList();
            if (!kept.isEmpty()) {
                seen.put(about, kept);
            }
        });
        return seen;
    }

    /** Tells whether readers are told of acts, and may do any. */
    public boolean areTold() {
        return disclosure.takesActions();
    }

    /** Returns the days of a hospital that somebody noted, the earliest first. */
    public List<Action> notes(String hospital) {
        return notes.getOrDefault(hospital, List.of());
    }

    /** Returns the note of a hospital that has an id, where it still stands. */
    public Optional<Action> note(String hospital, String id) {
        return notes(hospital).stream()
                .filter(note -> note.getActionId().equals(id))
                .findFirst();
    }

    /** Returns what people did about a drop, nothing included; absent where readers are not told. */
    public Optional<Handling> about(Drop drop) {
        return disclosure.takesActions() ? Optional.of(handling(drop)) : Optional.empty();
    }

    /** An action is its hospital's: one that names another's drop is none of that drop's. */
    private Handling handling(Drop drop) {
        List<Action> actions = new ArrayList<>();
        aboutDrops.getOrDefault(drop.getDropId(), List.of()).stream()
                .filter(action -> action.getHospital().equals(drop.getHospital()))
                .forEach(actions::add);
        aboutLines.getOrDefault(SeriesKey.of(drop), List.of()).stream()
                .filter(action -> !action.getAt().isBefore(drop.getOpenedAt()))
                .forEach(actions::add);
        actions.sort(OLDEST_FIRST);
        return new Handling(actions, drop.getReopenedAt());
    }
}
