package heed.monitoring.view;

import heed.monitoring.readmodel.Baselines;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.UsualFigures;
import heed.schemas.key.SeriesKey;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a chart compares a score with.
 *
 * @param drop what fell, to be marked where it began, was flagged and ended
 * @param usual the score that is usual, before the drop where that is open; empty while it is learned
 */
public record Reference(Optional<Drop> drop, OptionalDouble usual) {

    /** Returns a drop and the score that was usual before it. */
    public static Reference of(Drop drop) {
        return new Reference(Optional.of(drop), OptionalDouble.of(drop.getBaseline()));
    }

    /** Returns the latest drop of a line, and what is usual there. */
    public static Reference of(SeriesKey key, Snapshot snapshot) {
        Optional<Drop> latest = snapshot.part(Drops.class).latest(key);
        Optional<UsualFigures> learned = snapshot.part(Baselines.class).usual(key);
        if (latest.isPresent() && (latest.get().getState() == DropState.OPEN || learned.isEmpty())) {
            return of(latest.get());
        }
        return new Reference(
                latest,
                learned.map(usual -> OptionalDouble.of(usual.getScore())).orElseGet(OptionalDouble::empty));
    }
}
