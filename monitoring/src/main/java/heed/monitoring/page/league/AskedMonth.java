package heed.monitoring.page.league;

import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.Comparison;
import heed.monitoring.readmodel.Leagues;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the month to compare hospitals in. */
final class AskedMonth {

    private AskedMonth() {}

    /**
     * Returns the month that the reader asked for, else the one shown first; nothing where there is none, or
     * {@code months} is null.
     */
    static <R> Optional<Comparison<R>> of(PageRequest request, @Nullable NavigableMap<String, Comparison<R>> months) {
        String month = request.query("month");
        return Optional.ofNullable(months)
                .flatMap(all -> month == null ? Leagues.first(all) : Optional.ofNullable(all.get(month)));
    }
}
