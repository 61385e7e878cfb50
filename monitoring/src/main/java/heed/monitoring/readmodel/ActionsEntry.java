package heed.monitoring.readmodel;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.Drop;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.SeriesKey;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Gathers what people did by what it is about: a drop, a line of figures where an action names none, or a day that is
 * drawn on charts.
 */
final class ActionsEntry implements ModelEntry {

    private final Disclosure disclosure;
    private final Supplier<Map<String, Drop>> drops;
    private final KeptActions<String> aboutDrops = new KeptActions<>(Actions.OLDEST_FIRST);
    private final KeptActions<SeriesKey> aboutLines = new KeptActions<>(Actions.OLDEST_FIRST);
    private final KeptNotes notes = new KeptNotes();
    private boolean changed;
    private Actions part;

    /**
     * Takes the drops that are remembered, by id: actions about others, which may still come, are kept within bounds.
     */
    ActionsEntry(Disclosure disclosure, Supplier<Map<String, Drop>> drops) {
        this.disclosure = disclosure;
        this.drops = drops;
        this.part = new Actions(disclosure, Map.of(), Map.of(), Map.of());
    }

    /** A topic that is never compacted has no tombstones. */
    @Override
    public List<Route<?>> routes() {
        return List.of(new Route<>(Topics.ACTIONS, this::put, key -> {}));
    }

    private void put(Action action) {
        if (!disclosure.takesActions()) {
            return;
        }
        changed = true;
        if (action.getKind() == ActionKind.DAY_NOTED || action.getKind() == ActionKind.NOTE_REMOVED) {
            notes.put(action);
        } else if (action.getDropId() != null) {
            aboutDrops.put(action.getDropId(), action, drops.get()::keySet);
        } else if (action.getMeasure() != null) {
            aboutLines.put(
                    new SeriesKey(action.getHospital(), action.getUnit(), action.getMeasure()), action, this::lines);
        }
    }

    private Set<SeriesKey> lines() {
        Set<SeriesKey> lines = new HashSet<>();
        drops.get().values().forEach(drop -> lines.add(SeriesKey.of(drop)));
        return lines;
    }

    @Override
    public void clear() {
        aboutDrops.clear();
        aboutLines.clear();
        notes.clear();
        changed = true;
    }

    @Override
    public boolean freeze(Instant now) {
        boolean differs = changed;
        if (differs) {
            part = new Actions(disclosure, aboutDrops.freeze(), aboutLines.freeze(), notes.freeze());
            changed = false;
        }
        return differs;
    }

    @Override
    public Actions part() {
        return part;
    }
}
