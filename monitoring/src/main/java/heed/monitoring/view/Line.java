package heed.monitoring.view;

import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.SeriesKey;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a hospital's own page says of one line of its figures.
 *
 * @param month28 what may be said of the last 28 days
 * @param week what may be said of the last 7
 */
public record Line(SeriesKey key, Reading month28, Reading week, Condition condition) {

    /** Judges one line of figures. */
    public static Line of(SeriesKey key, Snapshot snapshot, Names names, Knowledge known) {
        LocalDate today = names.today(key.hospital(), snapshot.now());
        Optional<Series> series = Optional.ofNullable(Objects.requireNonNull(
                        snapshot.part(Hospitals.class).byCode().get(key.hospital()),
                        "only a hospital that has figures is judged")
                .series()
                .get(key));
        Reading reading = over(series, today, RecentDays.SCORE);
        return new Line(
                key,
                reading,
                over(series, today, RecentDays.SHORT),
                Condition.of(
                                key,
                                reading,
                                names.role(key.measure()),
                                snapshot.part(Drops.class)
                                        .latest(key)
                                        .map(List::of)
                                        .orElse(List.of()),
                                snapshot)
                        .beside(snapshot, key.place())
                        .asFarAsKnown(key.hospital(), known));
    }

    private static Reading over(Optional<Series> series, LocalDate today, int days) {
        return series.map(each -> each.over(today, days)).orElseGet(Reading.NoResponses::new);
    }

    /**
     * Returns every line that a hospital has figures of: the hospital as a whole, then its units, measures in their
     * usual order.
     */
    public static List<Line> all(HospitalFigures figures, Snapshot snapshot, Names names, Knowledge known) {
        List<String> measures = names.ordered(figures.series().keySet().stream()
                .map(SeriesKey::measure)
                .distinct()
                .toList());
        return figures.series().keySet().stream()
                .sorted(Comparator.comparing(SeriesKey::unit, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(key -> measures.indexOf(key.measure())))
                .map(key -> of(key, snapshot, names, known))
                .toList();
    }
}
