package heed.app.audit;

import heed.schemas.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Finds the windows of an instant in one time zone, by java.time; the windows of an hour seen before are remembered.
 */
final class LocalWindows {

    private static final DateTimeFormatter HOUR_LABEL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHxxx");
    private static final int WEEK_LABEL_LENGTH = "2026-W13".length();

    private final ZoneId zone;
    private final TreeMap<Long, Map<Window, Span>> byHour = new TreeMap<>();

    LocalWindows(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * A window.
     *
     * @param startMs first instant
     * @param endMs first instant after it
     */
    record Span(long startMs, long endMs, String label) {}

    /** Returns the window of each kind that {@code instantMs} falls into. */
    Map<Window, Span> of(long instantMs) {
        Map.Entry<Long, Map<Window, Span>> near = byHour.floorEntry(instantMs);
        if (near != null && instantMs < hourOf(near.getValue()).endMs()) {
            return near.getValue();
        }
        Map<Window, Span> found = find(Instant.ofEpochMilli(instantMs).atZone(zone));
        byHour.put(hourOf(found).startMs(), found);
        return found;
    }

    /** Returns the days of a month, or of any window that begins and ends with a day. */
    List<Span> daysOf(Span window) {
        List<Span> days = new ArrayList<>();
        for (long at = window.startMs(); at < window.endMs(); ) {
            Span day = Objects.requireNonNull(of(at).get(Window.DAY), "there is a window of each kind");
            days.add(day);
            at = day.endMs();
        }
        return days;
    }

    private static Span hourOf(Map<Window, Span> windows) {
        return Objects.requireNonNull(windows.get(Window.HOUR), "there is a window of each kind");
    }

    private Map<Window, Span> find(ZonedDateTime at) {
        LocalDate date = at.toLocalDate();
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        YearMonth month = YearMonth.from(date);
        Map<Window, Span> windows = new EnumMap<>(Window.class);
        windows.put(Window.HOUR, hour(at));
        windows.put(Window.DAY, days(date, date.plusDays(1), date.toString()));
        windows.put(
                Window.WEEK,
                days(
                        monday,
                        monday.plusDays(7),
                        DateTimeFormatter.ISO_WEEK_DATE.format(monday).substring(0, WEEK_LABEL_LENGTH)));
        windows.put(Window.MONTH, days(month.atDay(1), month.plusMonths(1).atDay(1), month.toString()));
        return windows;
    }

    /** An hour of the clock on the wall; where the clocks change within it, it begins or ends there. */
    private Span hour(ZonedDateTime at) {
        Instant start = at.toOffsetDateTime().truncatedTo(ChronoUnit.HOURS).toInstant();
        Instant end = start.plus(Duration.ofHours(1));
        ZoneOffsetTransition before =
                zone.getRules().previousTransition(at.toInstant().plusMillis(1));
        ZoneOffsetTransition after = zone.getRules().nextTransition(at.toInstant());
        if (before != null && before.getInstant().isAfter(start)) {
            start = before.getInstant();
        }
        if (after != null && after.getInstant().isBefore(end)) {
            end = after.getInstant();
        }
        return new Span(start.toEpochMilli(), end.toEpochMilli(), HOUR_LABEL.format(start.atZone(zone)));
    }

    private Span days(LocalDate first, LocalDate next, String label) {
        return new Span(
                first.atStartOfDay(zone).toInstant().toEpochMilli(),
                next.atStartOfDay(zone).toInstant().toEpochMilli(),
                label);
    }
}
