package heed.monitoring.readmodel;

import heed.schemas.LeagueRow;
import heed.schemas.Standing;
import heed.schemas.disclosure.Compared;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Holds the comparisons of hospitals at one moment. Immutable.
 *
 * @param measures by measure, then by month
 * @param questionnaires over all measures of a questionnaire: by questionnaire, then by month
 */
public record Leagues(
        Map<String, NavigableMap<String, Comparison<LeagueRow>>> measures,
        Map<String, NavigableMap<String, Comparison<Standing>>> questionnaires)
        implements Part {

    /** No comparisons. */
    public static final Leagues NONE = new Leagues(Map.of(), Map.of());

    public Leagues {
        measures = Map.copyOf(measures);
        questionnaires = Map.copyOf(questionnaires);
    }

    @Override
    public Leagues seenBy(Viewer viewer) {
        return viewer.seesAll()
                ? this
                : new Leagues(
                        of(measures, comparison -> seen(comparison, viewer, LeagueRow::getHospital)
                                .map(Leagues::besideOthers)),
                        of(questionnaires, comparison -> seen(comparison, viewer, Standing::getHospital)));
    }

    /** An open month moves with each answer at a hospital that somebody does not see, a closed one with none. */
    private static <R> Optional<Comparison<R>> seen(
            Comparison<R> comparison, Viewer viewer, Function<R, String> hospital) {
        return comparison.isFinal() ? comparison.only(row -> viewer.sees(hospital.apply(row), null)) : Optional.empty();
    }

    private static Comparison<LeagueRow> besideOthers(Comparison<LeagueRow> seen) {
        return new Comparison<>(
                seen.compared(),
                seen.month(),
                seen.rows().stream().map(Compared::besideOthers).toList(),
                seen.national().map(Compared::besideOthers));
    }

    /** Returns the comparisons that are wanted. */
    static <R> Map<String, NavigableMap<String, Comparison<R>>> where(
            Map<String, NavigableMap<String, Comparison<R>>> all, Predicate<Comparison<R>> wanted) {
        return of(all, comparison -> Optional.of(comparison).filter(wanted));
    }

    private static <R> Map<String, NavigableMap<String, Comparison<R>>> of(
            Map<String, NavigableMap<String, Comparison<R>>> all,
            Function<Comparison<R>, Optional<Comparison<R>>> part) {
        Map<String, NavigableMap<String, Comparison<R>>> seen = new HashMap<>();
        all.forEach((compared, months) -> {
            NavigableMap<String, Comparison<R>> kept = new TreeMap<>();
            months.forEach((month, comparison) -> part.apply(comparison).ifPresent(one -> kept.put(month, one)));
            if (!kept.isEmpty()) {
                seen.put(compared, Collections.unmodifiableNavigableMap(kept));
            }
        });
        return seen;
    }

    /** Returns the newest month of each measure, by measure; see {@link #newest(NavigableMap)}. */
    public List<Comparison<LeagueRow>> newestMonths() {
        return measures.values().stream()
                .flatMap(months -> newest(months).stream())
                .toList();
    }

    /** Returns of each measure the month that readers are shown first; see {@link #first(NavigableMap)}. */
    public List<Comparison<LeagueRow>> firstMonths() {
        return measures.values().stream()
                .flatMap(months -> first(months).stream())
                .toList();
    }

    /** Returns the month of a measure that readers are shown first. */
    public Optional<Comparison<LeagueRow>> first(String measure) {
        return Optional.ofNullable(measures.get(measure)).flatMap(Leagues::first);
    }

    /**
     * Returns the month that readers are shown first: the newest closed one in which a hospital has a place, since the
     * ranks of an open one still move; where none is closed, the newest.
     */
    public static <R> Optional<Comparison<R>> first(NavigableMap<String, Comparison<R>> months) {
        return months.descendingMap().values().stream()
                .filter(each -> !each.rows().isEmpty() && each.isFinal())
                .findFirst()
                .or(() -> newest(months));
    }

    /** Returns the newest month in which a hospital has a place; where there is none, the newest of all. */
    private static <R> Optional<Comparison<R>> newest(NavigableMap<String, Comparison<R>> months) {
        return months.descendingMap().values().stream()
                .filter(each -> !each.rows().isEmpty())
                .findFirst()
                .or(() -> Optional.ofNullable(months.lastEntry()).map(Map.Entry::getValue));
    }
}
