package heed.monitoring.readmodel;

import heed.schemas.disclosure.Reading;
import heed.schemas.disclosure.Remainder;
import heed.schemas.key.SeriesKey;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Holds a measure of a hospital as a whole and of its units, and sees that none of the units can be computed from the
 * others. Immutable.
 *
 * @param whole the hospital as a whole; null where nothing is known of that
 * @param units by their codes
 */
record Siblings(@Nullable Series whole, Map<String, Series> units) {

    /** A line without others. */
    static final Siblings NONE = new Siblings(null, Map.of());

    Siblings {
        units = Map.copyOf(units);
    }

    /**
     * Returns the lines of each measure that units have, by that of the hospital as a whole, which hides behind nobody.
     * Once for all units of a measure: each by itself would go through as many lines again.
     */
    static Map<SeriesKey, Siblings> among(Map<SeriesKey, Series> lines) {
        Map<SeriesKey, Map<String, Series>> units = new HashMap<>();
        lines.forEach((key, line) -> {
            if (key.unit() != null) {
                units.computeIfAbsent(key.whole(), whole -> new HashMap<>()).put(key.unit(), line.alone());
            }
        });
        Map<SeriesKey, Siblings> siblings = new HashMap<>();
        units.forEach((key, each) -> {
            Series whole = lines.get(key);
            siblings.put(key, new Siblings(whole == null ? null : whole.alone(), each));
        });
        return siblings;
    }

    /**
     * Returns what may be said of a unit's window, whose own answers would be enough.
     *
     * @param read what they would allow to say
     * @param answers of a line in the same window
     */
    Reading guard(Series line, Reading read, ToLongFunction<Series> answers) {
        if (whole == null || line.key().unit() == null || read.shown().isEmpty()) {
            return read;
        }
        Map<String, Long> parts = new HashMap<>();
        units.forEach((unit, each) -> parts.put(unit, answers.applyAsLong(each)));
        int least = Math.max(line.disclosure().minimum(), line.written());
        return Remainder.untold(answers.applyAsLong(whole), parts, least)
                        .contains(line.key().unit())
                ? new Reading.Withheld(Reading.Why.SUBTRACTION)
                : read;
    }
}
