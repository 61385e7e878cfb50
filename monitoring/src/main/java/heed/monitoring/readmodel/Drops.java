package heed.monitoring.readmodel;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.key.SeriesKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds where care got worse. Immutable.
 *
 * @param latest the latest drop of each line of figures
 * @param byId every drop still remembered, by id: the latest ones and those that they replaced
 */
public record Drops(Map<SeriesKey, Drop> latest, Map<String, Drop> byId) implements Part {

    public Drops {
        latest = Map.copyOf(latest);
        byId = Map.copyOf(byId);
    }

    @Override
    public Drops seenBy(Viewer viewer) {
        return new Drops(
                Parts.of(latest, (key, drop) -> isFor(viewer, drop)),
                Parts.of(byId, (id, drop) -> isFor(viewer, drop)));
    }

    private static boolean isFor(Viewer viewer, Drop drop) {
        return viewer.sees(drop.getHospital(), drop.getUnit()) && viewer.isTold(drop.getAudience());
    }

    /** Returns the open drops, the largest fall first. */
    public List<Drop> open() {
        return latest.values().stream()
                .filter(drop -> drop.getState() == DropState.OPEN)
                .sorted(Comparator.comparingDouble(Drop::getFall).reversed().thenComparing(Drop::getDropId))
                .toList();
    }

    /**
     * Returns of each hospital's measure the open drop of the largest size class, units included, by the hospital as a
     * whole.
     */
    public SortedMap<SeriesKey, Drop> largestOpen() {
        SortedMap<SeriesKey, Drop> largest = new TreeMap<>(Comparator.comparing(SeriesKey::text));
        open().forEach(drop -> largest.merge(
                SeriesKey.of(drop).whole(),
                drop,
                (one, other) -> one.getSeverity().compareTo(other.getSeverity()) >= 0 ? one : other));
        return Collections.unmodifiableSortedMap(largest);
    }

    @Override
    public Set<String> attention() {
        return open().stream().map(Drop::getHospital).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the drops that recovered at {@code earliest} or later, the newest recovery first. */
    public List<Drop> recoveredSince(Instant earliest) {
        return latest.values().stream()
                .filter(drop -> drop.getState() == DropState.RECOVERED && drop.getRecoveredAt() != null)
                .filter(drop -> drop.getPhase() != DropPhase.REBASELINED)
                .filter(drop -> !drop.getRecoveredAt().isBefore(earliest))
                .sorted(Comparator.comparing(Drop::getRecoveredAt).reversed().thenComparing(Drop::getDropId))
                .toList();
    }

    /** Returns a drop that is remembered. */
    public Optional<Drop> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the latest drop of a line of figures. */
    public Optional<Drop> latest(SeriesKey key) {
        return Optional.ofNullable(latest.get(key));
    }

    /** Returns the latest drop of every line of one hospital. */
    public List<Drop> latest(String hospital) {
        return latest.values().stream()
                .filter(drop -> drop.getHospital().equals(hospital))
                .toList();
    }

    /** Returns every drop that is remembered, the newest first. */
    public List<Drop> newestFirst() {
        return byId.values().stream()
                .sorted(Comparator.comparing(Drop::getOpenedAt).reversed().thenComparing(Drop::getDropId))
                .toList();
    }

    /** Returns the drops remembered of one hospital, the newest first. */
    public List<Drop> newestFirst(String hospital) {
        return newestFirst().stream()
                .filter(drop -> drop.getHospital().equals(hospital))
                .toList();
    }
}
