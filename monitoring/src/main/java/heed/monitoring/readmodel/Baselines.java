package heed.monitoring.readmodel;

import heed.schemas.Baseline;
import heed.schemas.BaselineState;
import heed.schemas.UsualFigures;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.SeriesKey;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Holds which lines of figures are watched, and what is usual there. Immutable.
 *
 * @param latest how each line of figures stands, by the key of their topic
 */
public record Baselines(Map<String, Baseline> latest) implements Part {

    public Baselines {
        latest = Map.copyOf(latest);
    }

    static ModelEntry entry(Disclosure disclosure, Consumer<Instant> reached) {
        return new LatestEntry<>(
                Topics.BASELINES,
                baseline -> SeriesKey.of(baseline).text(),
                baseline -> reached.accept(baseline.getAsOf()),
                disclosure::takes,
                disclosure::cleared,
                Baselines::new);
    }

    @Override
    public Baselines seenBy(Viewer viewer) {
        return new Baselines(
                Parts.of(latest, (key, baseline) -> viewer.sees(baseline.getHospital(), baseline.getUnit())));
    }

    /** Returns how the watch over a line stands; nothing where that is not known. */
    public Optional<Baseline> of(SeriesKey key) {
        return Optional.ofNullable(latest.get(key.toString()));
    }

    /** Tells whether a line is watched, whether or not what is usual there is told. */
    public boolean isWatched(SeriesKey key) {
        return of(key).filter(baseline -> baseline.getState() == BaselineState.WATCHED)
                .isPresent();
    }

    /** Returns how the watch over a line stands that knows what is usual there, so that it can flag a drop. */
    public Optional<Baseline> watched(SeriesKey key) {
        return of(key).filter(baseline -> baseline.getState() == BaselineState.WATCHED && baseline.getUsual() != null);
    }

    /** Returns what is usual of a line; nothing while it is learned. */
    public Optional<UsualFigures> usual(SeriesKey key) {
        return watched(key).map(Baseline::getUsual);
    }
}
