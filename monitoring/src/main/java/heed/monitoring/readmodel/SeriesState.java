package heed.monitoring.readmodel;

import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.SeriesKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the windows of one line of figures as they arrive, in any order. Bounded: of days the {@link RecentDays#KEPT}
 * up to the newest.
 */
final class SeriesState {

    /** A year of weeks and two of months, for the charts that boards read. */
    static final int WEEKS_KEPT = 53;

    static final int MONTHS_KEPT = 24;

    private static final int HOURS_KEPT = 3;

    private final SeriesKey key;
    private final Disclosure disclosure;
    private final NavigableMap<LocalDate, Pane> days = new TreeMap<>();
    private final Map<Window, NavigableMap<Instant, Pane>> others = new EnumMap<>(Window.class);

    SeriesState(SeriesKey key, Disclosure disclosure) {
        this.key = key;
        this.disclosure = disclosure;
        for (Window window : List.of(Window.MONTH, Window.WEEK, Window.HOUR)) {
            others.put(window, new TreeMap<>());
        }
    }

    void put(Score score) {
        Pane pane = Pane.of(score);
        if (score.getWindow() == Window.DAY) {
            putDay(LocalDate.parse(score.getLabel()), pane);
            return;
        }
        NavigableMap<Instant, Pane> kept = others(score.getWindow());
        kept.put(score.getStart(), pane);
        if (kept.size() > kept(score.getWindow())) {
            kept.pollFirstEntry();
        }
    }

    private static int kept(Window window) {
        return switch (window) {
            case WEEK -> WEEKS_KEPT;
            case MONTH -> MONTHS_KEPT;
            case HOUR, DAY -> HOURS_KEPT;
        };
    }

    private void putDay(LocalDate date, Pane pane) {
        days.put(date, pane);
        days.headMap(days.lastKey().minusDays(RecentDays.KEPT - 1L)).clear();
    }

    void remove(Window window, Instant start) {
        if (window == Window.DAY) {
            days.values().removeIf(pane -> pane.start().equals(start));
        } else {
            others(window).remove(start);
        }
    }

    boolean isEmpty() {
        return days.isEmpty() && others.values().stream().allMatch(Map::isEmpty);
    }

    /** Freezes it with the months that {@code released} makes of those that are kept. */
    Series freeze(UnaryOperator<List<Pane>> released) {
        List<Series.Day> frozen = new ArrayList<>(days.size());
        days.forEach((date, pane) -> frozen.add(new Series.Day(date, pane)));
        return new Series(
                key,
                frozen,
                List.copyOf(others(Window.WEEK).values()),
                released.apply(List.copyOf(others(Window.MONTH).values())),
                newestHour(),
                lastAnswer(),
                disclosure,
                Siblings.none());
    }

    private NavigableMap<Instant, Pane> others(Window window) {
        return Objects.requireNonNull(others.get(window), "days are kept apart");
    }

    private @Nullable Pane newestHour() {
        Map.Entry<Instant, Pane> last = others(Window.HOUR).lastEntry();
        return last == null ? null : last.getValue();
    }

    /** Months are left out: into these published figures come too, which nobody gave when they arrived. */
    private @Nullable Instant lastAnswer() {
        return Stream.of(days, others(Window.WEEK), others(Window.HOUR))
                .flatMap(kept -> kept.values().stream())
                .map(Pane::asOf)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
