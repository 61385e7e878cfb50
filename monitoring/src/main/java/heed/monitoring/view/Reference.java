package heed.monitoring.view;

import heed.monitoring.readmodel.Baselines;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Baseline;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.UsualFigures;
import heed.schemas.figures.UsualRange;
import heed.schemas.key.SeriesKey;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a chart compares a score with.
 *
 * @param drop what fell, to be marked where it began, was flagged and ended
 * @param usual the score that is usual, before the drop where that is open; empty while it is learned
 * @param learned what is usual of the line in all that makes its range; empty where it is learned or another is meant
 */
public record Reference(Optional<Drop> drop, OptionalDouble usual, Optional<Baseline> learned) {

    /** Returns a drop and what was usual before it. */
    public static Reference of(Drop drop, Snapshot snapshot) {
        Optional<Baseline> learned = drop.getPhase() == DropPhase.REBASELINED
                ? Optional.empty()
                : snapshot.part(Baselines.class).watched(SeriesKey.of(drop));
        return new Reference(Optional.of(drop), OptionalDouble.of(drop.getBaseline()), learned);
    }

    /** Returns the latest drop of a line, and what is usual there. */
    public static Reference of(SeriesKey key, Snapshot snapshot) {
        Optional<Drop> latest = snapshot.part(Drops.class).latest(key);
        Optional<Baseline> learned = snapshot.part(Baselines.class).watched(key);
        if (latest.isPresent() && (latest.get().getState() == DropState.OPEN || learned.isEmpty())) {
            return of(latest.get(), snapshot);
        }
        return new Reference(
                latest,
                learned.map(baseline -> OptionalDouble.of(usual(baseline).getScore()))
                        .orElseGet(OptionalDouble::empty),
                learned);
    }

    private static UsualFigures usual(Baseline watched) {
        return Objects.requireNonNull(watched.getUsual(), "what is watched has a usual score");
    }

    /** Returns the usual range of the days that a point of {@code series} sums up, where there is one. */
    public Optional<UsualRange> range(Series series, Series.Point point) {
        return learned.flatMap(baseline -> series.usualRange(point, usual(baseline), baseline.getN()));
    }
}
