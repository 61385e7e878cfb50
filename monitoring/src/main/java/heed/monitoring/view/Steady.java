package heed.monitoring.view;

import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.key.SeriesKey;
import java.util.Optional;

/**
 * Says of a line of figures that is as usual how that level stands beside other hospitals': what has been low from the
 * start is no drop, and "as usual" alone would sound like praise.
 */
public final class Steady {

    private static final String ABOVE = "Steady, and above the expected range of other hospitals, which is worse";

    private static final String BELOW = "Steady, and below the expected range of other hospitals";

    private Steady() {}

    /**
     * Returns what to say beside the line's condition, by the hospital's rating in the month that is shown first;
     * nothing where the line is not as usual, where it is of a unit, or where it is not rated worse.
     */
    public static Optional<String> of(Line line, Snapshot snapshot, Names names) {
        SeriesKey key = line.key();
        if (line.condition() != Condition.AS_USUAL || key.unit() != null) {
            return Optional.empty();
        }
        return snapshot.part(Leagues.class).first(key.measure()).stream()
                .flatMap(month -> month.rows().stream())
                .filter(row -> row.getHospital().equals(key.hospital()))
                .filter(row -> Verdict.of(row, names.better(key.measure())) == Verdict.WORSE)
                .map(row -> switch (row.getRating()) {
                    case BELOW -> BELOW;
                    case ABOVE, WITHIN -> ABOVE;
                })
                .findFirst();
    }
}
