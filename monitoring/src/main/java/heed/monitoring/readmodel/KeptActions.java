package heed.monitoring.readmodel;

import heed.schemas.Action;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Keeps the newest {@link #KEPT} actions about each thing, in whatever order they come, each id once. Actions about
 * what is not known, because it has not been read yet or is forgotten, are kept of the {@link #WAITING} things acted on
 * last, at most twice as many for a moment.
 *
 * @param <K> what an action is about
 */
final class KeptActions<K> {

    static final int KEPT = 100;
    static final int WAITING = 2_000;

    private final Map<K, NavigableSet<Action>> actions = new LinkedHashMap<>();
    private final Comparator<Action> order;
    private int roomFor = 2 * WAITING;

    KeptActions(Comparator<Action> order) {
        this.order = order;
    }

    void put(K about, Action action, Supplier<Set<K>> known) {
        NavigableSet<Action> before = actions.remove(about);
        NavigableSet<Action> kept = before == null ? new TreeSet<>(order) : before;
        actions.put(about, kept);
        if (kept.stream().noneMatch(each -> each.getActionId().equals(action.getActionId()))) {
            kept.add(action);
        }
        if (kept.size() > KEPT) {
            kept.pollFirst();
        }
        if (actions.size() > roomFor) {
            forget(known.get());
            roomFor = actions.size() + WAITING;
        }
    }

    private void forget(Set<K> known) {
        long waiting = actions.keySet().stream()
                .filter(about -> !known.contains(about))
                .count();
        Iterator<K> oldest = actions.keySet().iterator();
        while (waiting > WAITING) {
            if (!known.contains(oldest.next())) {
                oldest.remove();
                waiting--;
            }
        }
    }

    /** Returns the actions about each thing, in order. */
    Map<K, List<Action>> freeze() {
        Map<K, List<Action>> frozen = new HashMap<>();
        actions.forEach((about, kept) -> frozen.put(about, List.copyOf(kept)));
        return frozen;
    }

    void clear() {
        actions.clear();
        roomFor = 2 * WAITING;
    }
}
