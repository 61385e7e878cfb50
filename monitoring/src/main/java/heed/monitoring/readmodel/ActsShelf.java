package heed.monitoring.readmodel;

import heed.schemas.Action;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Keeps the newest {@link #KEPT} acts about each thing, in whatever order they come, each id once. Acts about what is not known,
 * because it has not been read yet or is forgotten, are kept of the {@link #WAITING} things acted on last, at most twice as many
 * for a moment.
 *
 * @param <K> what an act is about
 */
final class ActsShelf<K> {

    static final int KEPT = 100;
    static final int WAITING = 2_000;

    private final Map<K, NavigableSet<Action>> acts = new LinkedHashMap<>();
    private final Comparator<Action> order;
    private int roomFor = 2 * WAITING;

    ActsShelf(Comparator<Action> order) {
        this.order = order;
    }

    void put(K about, Action action, Supplier<Set<K>> known) {
        NavigableSet<Action> before = acts.remove(about);
        NavigableSet<Action> kept = before == null ? new TreeSet<>(order) : before;
        acts.put(about, kept);
        if (kept.stream().noneMatch(each -> each.getActionId().equals(action.getActionId()))) {
            kept.add(action);
        }
        if (kept.size() > KEPT) {
            kept.pollFirst();
        }
        if (acts.size() > roomFor) {
            forget(known.get());
            roomFor = acts.size() + WAITING;
        }
    }

    private void forget(Set<K> known) {
        long waiting =
                acts.keySet().stream().filter(about -> !known.contains(about)).count();
        Iterator<K> oldest = acts.keySet().iterator();
        while (waiting > WAITING) {
            if (!known.contains(oldest.next())) {
                oldest.remove();
                waiting--;
            }
        }
    }

    List<Action> of(K about) {
        NavigableSet<Action> kept = acts.get(about);
        return kept == null ? List.of() : List.copyOf(kept);
    }

    int size() {
        return acts.size();
    }

    void clear() {
        acts.clear();
        roomFor = 2 * WAITING;
    }
}
