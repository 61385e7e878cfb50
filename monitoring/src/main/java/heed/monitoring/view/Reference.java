package heed.monitoring.view;

import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Drop;
import heed.schemas.key.SeriesKey;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a chart compares a score with.
 *
 * @param drop what fell, to be marked where it began, was flagged and ended
 * @param usual the score that was usual before the drop, or else when watching the line began; empty while it is
 *     learned
 */
public record Reference(Optional<Drop> drop, OptionalDouble usual) {

    /** Returns a drop and the score that was usual before it. */
    public static Reference of(Drop drop) {
        return new Reference(Optional.of(drop), OptionalDouble.of(drop.getBaseline()));
    }

    /** Returns the latest drop of a line, or what had been learned of one that has none. */
    public static Reference of(SeriesKey key, Snapshot snapshot) {
        return snapshot.part(Drops.class)
                .latest(key)
                .map(Reference::of)
                .orElseGet(() -> new Reference(
                        Optional.empty(),
                        snapshot.part(Drops.class)
                                .learned(key)
                                .map(learned -> OptionalDouble.of(learned.usual()))
                                .orElseGet(OptionalDouble::empty)));
    }
}
