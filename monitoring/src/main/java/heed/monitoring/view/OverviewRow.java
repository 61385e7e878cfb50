package heed.monitoring.view;

import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.WatchRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the overview says of one hospital.
 *
 * @param measure the measure shown
 * @param month its newest month, where there is nothing in the last 28 days to show; else null
 * @param lastAnswer arrival of its newest response; null where only published months are known
 */
public record OverviewRow(
        String code,
        String name,
        String measure,
        Condition condition,
        Reading month28,
        Reading week,
        List<Series.Point> trend,
        Series.@Nullable NewestMonth month,
        @Nullable Instant lastAnswer) {

    static OverviewRow of(
            HospitalFigures figures, Optional<String> asked, Snapshot snapshot, Names names, Knowledge known) {
        String code = figures.code();
        LocalDate today = names.today(code, snapshot.now());
        String measure = asked.orElseGet(() -> overall(figures, names, today));
        Optional<Series> series = figures.whole(measure);
        Reading reading = series.map(each -> each.over(today, RecentDays.SCORE)).orElseGet(Reading.NoResponses::new);
        boolean quiet = reading instanceof Reading.NoResponses || reading instanceof Reading.Withheld;
        return new OverviewRow(
                code,
                names.hospital(code),
                measure,
                Condition.of(
                                new SeriesKey(code, null, measure),
                                reading,
                                names.role(measure),
                                snapshot.part(Drops.class).latest(code),
                                snapshot)
                        .beside(snapshot, code)
                        .asFarAsKnown(code, known),
                reading,
                series.map(each -> each.over(today, RecentDays.SHORT)).orElseGet(Reading.NoResponses::new),
                series.map(each -> each.rolling(today, RecentDays.SCORE, today)).orElse(List.of()),
                quiet ? series.flatMap(each -> each.newestMonth(today)).orElse(null) : null,
                figures.lastAnswer().orElse(null));
    }

    /**
     * Returns the measure that sums a hospital's care up: of its overall measures the one with the most answers lately.
     */
    public static String overall(HospitalFigures figures, Names names, LocalDate today) {
        return overall(figures, null, names, today);
    }

    /** Returns the same of a unit; null is the hospital as a whole. */
    public static String overall(HospitalFigures figures, @Nullable String unit, Names names, LocalDate today) {
        return names.ordered(figures.measures(unit)).stream()
                .max(Comparator.<String, Boolean>comparing(each -> names.role(each) == WatchRole.OVERALL)
                        .thenComparing(each -> figures.unit(unit, each)
                                .map(series -> series.over(today, RecentDays.SCORE))
                                .flatMap(Reading::shown)
                                .map(Reading.Shown::answers)
                                .orElse(0L)))
                .orElse("");
    }
}
