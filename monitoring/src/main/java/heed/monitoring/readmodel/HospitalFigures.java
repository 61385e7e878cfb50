package heed.monitoring.readmodel;

import heed.schemas.key.SeriesKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one hospital at one moment. Immutable.
 *
 * @param code ODS code of the hospital
 * @param series every line of figures, by key
 * @param share whether these are all the lines that there are
 */
public record HospitalFigures(String code, Map<SeriesKey, Series> series, Share share) {

    /** Whether a line tells its arrivals is dear to find out beside many units: ask no more of them than it takes. */
    private static final Comparator<Series> NEWEST_FIRST =
            Comparator.comparing(Series::lastAnswer, Comparator.nullsLast(Comparator.reverseOrder()));

    public HospitalFigures {
        series = Map.copyOf(series);
    }

    /** How much of a hospital somebody has. */
    enum Share {
        ALL,
        SOME
    }

    /** Takes together every line of a hospital. */
    static HospitalFigures of(String code, Map<SeriesKey, Series> series) {
        return new HospitalFigures(code, besideEachOther(series), Share.ALL);
    }

    private static Map<SeriesKey, Series> besideEachOther(Map<SeriesKey, Series> lines) {
        Map<SeriesKey, Siblings> siblings = Siblings.among(lines);
        Map<SeriesKey, Series> all = new HashMap<>();
        lines.forEach((key, line) -> all.put(
                key,
                key.isWhole()
                        ? line
                        : line.beside(Objects.requireNonNull(siblings.get(key.whole()), "it is one of its units"))));
        return Map.copyOf(all);
    }

    /**
     * Returns the figures of the lines that are wanted; nothing where there are none. What a line may not say because
     * of the others it does not say without them either.
     */
    Optional<HospitalFigures> where(Predicate<SeriesKey> wanted) {
        Map<SeriesKey, Series> kept = Parts.of(series, (key, line) -> wanted.test(key));
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(kept.size() == series.size() ? this : new HospitalFigures(code, kept, Share.SOME));
    }

    /**
     * Returns what differs once any of these lines does: of all of them by which object this is, since it is made anew
     * then; of some by what they say, since others change without them.
     */
    int content() {
        return share == Share.ALL
                ? System.identityHashCode(this)
                : series.values().stream().mapToInt(Series::content).sum();
    }

    /** Returns the measures that the hospital as a whole has figures of, by name. */
    public List<String> measures() {
        return measures(null);
    }

    /** Returns the measures that one unit has figures of, by name; null is the hospital as a whole. */
    public List<String> measures(@Nullable String unit) {
        return series.keySet().stream()
                .filter(key -> Objects.equals(key.unit(), unit))
                .map(SeriesKey::measure)
                .sorted()
                .toList();
    }

    /** Returns the units that have figures, by code. */
    public List<String> units() {
        return series.keySet().stream()
                .filter(key -> !key.isWhole())
                .map(SeriesKey::unit)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns a measure of the hospital as a whole. */
    public Optional<Series> whole(String measure) {
        return unit(null, measure);
    }

    /** Returns a measure of one unit; null is the hospital as a whole. */
    public Optional<Series> unit(@Nullable String unit, String measure) {
        return Optional.ofNullable(series.get(new SeriesKey(code, unit, measure)));
    }

    /** Tells whether nothing but months is known: no day has answers that the audience is told of. */
    public boolean isPublishedOnly() {
        return series.values().stream().allMatch(Series::isPublishedOnly);
    }

    /**
     * Returns when the newest response arrived; nothing where only published months are known, or where its score may
     * not be shown: of few answers their times are not told either.
     */
    public Optional<Instant> lastAnswer() {
        return series.values().stream()
                .filter(line -> line.lastAnswer() != null)
                .sorted(NEWEST_FIRST)
                .filter(Series::tellsArrivals)
                .findFirst()
                .map(Series::lastAnswer);
    }
}
