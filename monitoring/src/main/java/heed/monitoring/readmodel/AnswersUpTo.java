package heed.monitoring.readmodel;

import heed.schemas.disclosure.LinkedDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Knows how many answers of a line came up to a day: of those that are kept from the days, of those before from weeks
 * and months, at the ends of these.
 */
final class AnswersUpTo {

    private final NavigableMap<LocalDate, Long> days = new TreeMap<>();
    private final NavigableMap<LocalDate, Long> earlier = new TreeMap<>();
    private final LocalDate beforeAll;

    /** Counts a line. */
    AnswersUpTo(Series line) {
        List<Series.Day> kept = line.days();
        beforeAll = kept.isEmpty()
                ? LocalDate.MAX
                : kept.get(kept.size() - 1).date().minusDays(RecentDays.KEPT);
        long sum = 0;
        for (Series.Day day : kept) {
            sum += day.pane().tally().n();
            days.put(day.date(), sum);
        }
        countBack(line.weeks(), pane -> sunday(pane).minusDays(RecentDays.SHORT), AnswersUpTo::sunday);
        countBack(line.months(), pane -> month(pane).atDay(1).minusDays(1), pane -> month(pane)
                .atEndOfMonth());
    }

    private void countBack(List<Pane> panes, Function<Pane, LocalDate> before, Function<Pane, LocalDate> last) {
        Long sum = null;
        for (int at = panes.size() - 1; at >= 0; at--) {
            Pane pane = panes.get(at);
            if (before.apply(pane).isBefore(beforeAll)) {
                if (!last.apply(pane).isBefore(beforeAll)) {
                    sum = ofDays(last.apply(pane));
                }
                long end = sum == null ? 0 : sum;
                earlier.putIfAbsent(last.apply(pane), end);
                sum = end - pane.tally().n();
                earlier.putIfAbsent(before.apply(pane), sum);
            }
        }
    }

    /**
     * Returns how many came up to the end of {@code day}, from the first day that is kept on; before it less than none.
     */
    long to(LocalDate day) {
        if (!day.isBefore(beforeAll)) {
            return ofDays(day);
        }
        // Where no week or month begins or ends with a day, nobody answered from then until one does.
        Map.Entry<LocalDate, Long> known = earlier.ceilingEntry(day);
        return known == null ? 0 : known.getValue();
    }

    /** Returns how many came in a window, where the ends of it are known. */
    long in(LinkedDays.Span window) {
        return to(window.last()) - to(window.before());
    }

    private long ofDays(LocalDate day) {
        Map.Entry<LocalDate, Long> last = days.floorEntry(day);
        return last == null ? 0 : last.getValue();
    }

    /** Returns the last day of a week. */
    static LocalDate sunday(Pane week) {
        String label = week.label();
        int at = label.lastIndexOf('-');
        // Every year's fourth of January is in its first week. Made by hand: all weeks of all lines are asked for.
        return LocalDate.of(Integer.parseInt(label.substring(0, at)), 1, 4)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                .plusWeeks(Integer.parseInt(label.substring(at + 2)) - 1L);
    }

    /** Returns which month a month is. */
    static YearMonth month(Pane month) {
        return YearMonth.parse(month.label());
    }
}
