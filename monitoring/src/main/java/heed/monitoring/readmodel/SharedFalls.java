package heed.monitoring.readmodel;

import heed.schemas.Drop;
import heed.schemas.figures.Counted;
import heed.schemas.figures.FallVerdict;
import heed.schemas.figures.SharedFall;
import heed.schemas.key.SeriesKey;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts drops beside what all hospitals did in the same weeks, as far as the audience may know. */
public final class SharedFalls {

    private SharedFalls() {}

    /** Returns what can be said of a drop now, by weeks of {@code zone}; nothing where it can't be compared. */
    public static Optional<SharedFall> of(Drop drop, Snapshot snapshot, ZoneId zone) {
        return snapshot.part(Hospitals.class)
                .line(SeriesKey.of(drop))
                .flatMap(series -> SharedFall.of(
                        drop,
                        zone,
                        weeks(series, zone),
                        snapshot.part(Movements.class).of(drop.getMeasure()),
                        least(series)));
    }

    /** Returns whose fall it is; unknown where the drop can't be compared. */
    public static FallVerdict verdict(Optional<SharedFall> others) {
        return others.map(SharedFall::verdict).orElse(FallVerdict.UNKNOWN);
    }

    /** What the rows were written with may be stricter than what this audience is shown. */
    private static int least(Series series) {
        return series.weeks().stream()
                .mapToInt(Pane::minimum)
                .reduce(series.disclosure().minimum(), Math::max);
    }

    private static Map<LocalDate, Counted> weeks(Series series, ZoneId zone) {
        Map<LocalDate, Counted> weeks = new HashMap<>();
        for (Pane pane : series.weeks()) {
            weeks.put(pane.start().atZone(zone).toLocalDate(), pane.tally());
        }
        return weeks;
    }
}
