package heed.monitoring.readmodel;

import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Standing;
import heed.schemas.disclosure.Compared;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.ComparisonKey;
import heed.schemas.key.LeagueKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Gathers comparisons row by row, in any order, and hands them out in one piece: one that is being rewritten stays as
 * it was until its rows agree, for {@link #WAIT_FOR_ROWS} at most. Bounded: of everything compared the newest
 * {@link #MONTHS_KEPT}.
 *
 * @param <R> a hospital's row
 */
final class ComparisonState<R> {

    static final int MONTHS_KEPT = 12;
    static final Duration WAIT_FOR_ROWS = Duration.ofSeconds(2);

    private final Columns<R> columns;
    private final Predicate<Collection<R>> shown;
    private final Map<String, NavigableMap<String, Month<R>>> states = new HashMap<>();
    private final Map<String, NavigableMap<String, Comparison<R>>> frozen = new HashMap<>();
    private final Map<ComparisonKey, Instant> touched = new HashMap<>();

    /** What this class needs to know of a row. */
    private record Columns<R>(
            Function<R, LeagueKey> key,
            ToIntFunction<R> rank,
            ToIntFunction<R> hospitals,
            Function<R, Instant> asOf,
            UnaryOperator<R> cleared,
            UnaryOperator<National> clearedTotal,
            Total total) {}

    /** Whether a comparison comes with a national row. */
    private enum Total {
        EXPECTED,
        NONE
    }

    private static final class Month<R> {
        private final Map<String, R> rows = new HashMap<>();
        private @Nullable National national;

        private boolean isEmpty() {
            return rows.isEmpty() && national == null;
        }
    }

    private ComparisonState(Columns<R> columns, Predicate<Collection<R>> shown) {
        this.columns = columns;
        this.shown = shown;
    }

    /** Returns a state for comparisons by measure, of which {@code disclosure} says what is shown. */
    static ComparisonState<LeagueRow> ofMeasures(Disclosure disclosure) {
        return new ComparisonState<>(
                new Columns<>(
                        LeagueKey::of,
                        LeagueRow::getRank,
                        LeagueRow::getHospitals,
                        LeagueRow::getAsOf,
                        disclosure::cleared,
                        disclosure::cleared,
                        Total.EXPECTED),
                rows -> Compared.showsAll(rows, disclosure));
    }

    /** Returns a state for ranks over all measures of a questionnaire. */
    static ComparisonState<Standing> ofQuestionnaires(Disclosure disclosure) {
        return new ComparisonState<>(
                new Columns<>(
                        LeagueKey::of,
                        Standing::getRank,
                        Standing::getHospitals,
                        Standing::getAsOf,
                        disclosure::cleared,
                        UnaryOperator.identity(),
                        Total.NONE),
                rows -> disclosure.takesStandings());
    }

    void clear() {
        states.clear();
        frozen.clear();
        touched.clear();
    }

    void put(R row, Instant now) {
        LeagueKey key = columns.key().apply(row);
        month(key.comparison()).rows.put(key.hospital(), row);
        touched.putIfAbsent(key.comparison(), now);
    }

    void put(National row, Instant now) {
        ComparisonKey key = ComparisonKey.of(row);
        month(key).national = row;
        touched.putIfAbsent(key, now);
    }

    void remove(LeagueKey key, Instant now) {
        month(key.comparison()).rows.remove(key.hospital());
        touched.putIfAbsent(key.comparison(), now);
    }

    /** Takes the national row out. */
    void removeNational(ComparisonKey key, Instant now) {
        month(key).national = null;
        touched.putIfAbsent(key, now);
    }

    private Month<R> month(ComparisonKey key) {
        NavigableMap<String, Month<R>> months = states.computeIfAbsent(key.compared(), each -> new TreeMap<>());
        Month<R> month = months.computeIfAbsent(key.month(), each -> new Month<>());
        if (months.size() > MONTHS_KEPT) {
            touched.put(new ComparisonKey(key.compared(), months.firstKey()), Instant.EPOCH);
            months.pollFirstEntry();
        }
        return month;
    }

    /**
     * Hands out what was put where it is of one piece, or has waited long enough by {@code now}; tells whether anything
     * was.
     */
    boolean freeze(Instant now) {
        List<ComparisonKey> ready = touched.entrySet().stream()
                .filter(each -> !now.isBefore(each.getValue().plus(WAIT_FOR_ROWS)) || isWhole(each.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        ready.forEach(this::freeze);
        ready.forEach(touched::remove);
        return !ready.isEmpty();
    }

    /** Returns what is handed out, by what is compared and month. */
    Map<String, NavigableMap<String, Comparison<R>>> frozen() {
        return frozen;
    }

    /** Tells whether all rows are of the same writing: as many as each says there are, as of the same response. */
    private boolean isWhole(ComparisonKey key) {
        Month<R> month = months(key).get(key.month());
        if (month == null || month.isEmpty()) {
            return true;
        }
        int size = month.rows.size();
        Instant asOf = month.national != null
                ? month.national.getAsOf()
                : columns.asOf().apply(month.rows.values().iterator().next());
        boolean hasTotal =
                month.national == null ? columns.total() == Total.NONE : month.national.getHospitals() == size;
        return hasTotal
                && month.rows.values().stream()
                        .allMatch(row -> columns.hospitals().applyAsInt(row) == size
                                && columns.asOf().apply(row).equals(asOf));
    }

    private NavigableMap<String, Month<R>> months(ComparisonKey key) {
        return Objects.requireNonNull(states.get(key.compared()), "what is touched has a state");
    }

    private void freeze(ComparisonKey key) {
        NavigableMap<String, Month<R>> months = months(key);
        Month<R> month = months.get(key.month());
        NavigableMap<String, Comparison<R>> next =
                new TreeMap<>(frozen.getOrDefault(key.compared(), Collections.emptyNavigableMap()));
        if (month == null || month.isEmpty()) {
            months.remove(key.month());
            next.remove(key.month());
        } else if (shown.test(month.rows.values())) {
            next.put(key.month(), comparison(key, month));
        } else {
            next.remove(key.month());
        }
        if (next.isEmpty()) {
            frozen.remove(key.compared());
        } else {
            frozen.put(key.compared(), Collections.unmodifiableNavigableMap(next));
        }
    }

    private Comparison<R> comparison(ComparisonKey key, Month<R> month) {
        List<R> rows = month.rows.values().stream()
                .sorted(Comparator.comparingInt(columns.rank())
                        .thenComparing(row -> columns.key().apply(row).hospital()))
                .map(columns.cleared())
                .toList();
        return new Comparison<>(
                key.compared(),
                key.month(),
                rows,
                Optional.ofNullable(month.national).map(columns.clearedTotal()));
    }
}
