package heed.monitoring.readmodel;

import heed.schemas.disclosure.Reading;
import heed.schemas.disclosure.Remainder;
import heed.schemas.key.SeriesKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Holds a measure of a hospital as a whole and of its units, and sees that none of the units can be computed from the
 * others. Immutable, but for what it remembers.
 */
final class Siblings {

    private final @Nullable Series whole;
    private final Map<String, Series> units;
    /** What was found last: one look asks for each of the units. */
    private volatile Today last = new Today(LocalDate.MIN, WeeksTold.ALL);

    private record Today(LocalDate today, WeeksTold told) {}

    private Siblings(@Nullable Series whole, Map<String, Series> units) {
        this.whole = whole;
        this.units = Map.copyOf(units);
    }

    /** Returns nobody, for a line that is alone or the hospital as a whole. */
    static Siblings none() {
        return new Siblings(null, Map.of());
    }

    /** Returns the hospital as a whole; null where nothing is known of that. */
    @Nullable
    Series whole() {
        return whole;
    }

    /** Returns the units by their codes. */
    Map<String, Series> units() {
        return units;
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

    /** Returns which weeks are told on a day of one of the units, or of the hospital as a whole that has none. */
    WeeksTold told(Series line, LocalDate today) {
        Today found = last;
        if (!found.today().equals(today)) {
            found = new Today(today, units.isEmpty() ? WeeksTold.ofWhole(line, today) : WeeksTold.ofUnits(this, today));
            last = found;
        }
        return found.told();
    }

    /**
     * Returns what may be said of a unit's window, whose own answers would be enough.
     *
     * @param read what they would allow to say
     * @param answers of a line in the same window
     */
    Reading guard(Series line, Reading read, ToLongFunction<Series> answers) {
        String unit = line.key().unit();
        if (unit == null || read.shown().isEmpty()) {
            return read;
        }
        int least = Math.max(line.disclosure().minimum(), line.written());
        return withheld(answers, least).contains(unit) ? new Reading.Withheld(Reading.Why.SUBTRACTION) : read;
    }

    /**
     * Returns the units with at least {@code least} answers in a window of which nothing is said for the others' sake.
     */
    Set<String> withheld(ToLongFunction<Series> answers, int least) {
        if (whole == null) {
            return Set.of();
        }
        Map<String, Long> parts = new HashMap<>();
        units.forEach((unit, each) -> parts.put(unit, answers.applyAsLong(each)));
        return Remainder.untold(answers.applyAsLong(whole), parts, least);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Siblings siblings
                && Objects.equals(whole, siblings.whole)
                && units.equals(siblings.units);
    }

    @Override
    public int hashCode() {
        return Objects.hash(whole, units);
    }
}
