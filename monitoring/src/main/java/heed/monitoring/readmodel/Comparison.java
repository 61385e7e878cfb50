package heed.monitoring.readmodel;

import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Standing;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Compares hospitals in one month, as it stood at one moment. Immutable.
 *
 * @param compared the measure, or the questionnaire where hospitals are ranked over all its measures
 * @param month calendar month, for example {@code 2026-03}
 * @param rows one a hospital, the best rank first
 * @param national all hospitals taken together; nothing for a questionnaire
 * @param <R> {@link heed.schemas.LeagueRow} or {@link heed.schemas.Standing}
 */
public record Comparison<R>(String compared, String month, List<R> rows, Optional<National> national) {

    public Comparison {
        rows = List.copyOf(rows);
    }

    /** Tells whether the month is closed: no answer comes in for it any more, and only a correction changes it. */
    public boolean isFinal() {
        return national.map(National::getFinal$)
                .orElseGet(() -> !rows.isEmpty() && rows.stream().allMatch(Comparison::isFinal));
    }

    private static boolean isFinal(Object row) {
        return row instanceof LeagueRow measured
                ? measured.getFinal$()
                : row instanceof Standing overall && overall.getFinal$();
    }

    /**
     * Returns the comparison with some of its rows; nothing where none is left. The row of all hospitals goes with the
     * first that is left out, which could be computed back from it.
     */
    Optional<Comparison<R>> only(Predicate<R> wanted) {
        List<R> kept = rows.stream().filter(wanted).toList();
        if (kept.size() == rows.size()) {
            return Optional.of(this);
        }
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Comparison<>(compared, month, kept, Optional.empty()));
    }
}
