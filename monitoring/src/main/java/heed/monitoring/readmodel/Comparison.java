package heed.monitoring.readmodel;

import heed.schemas.National;
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
