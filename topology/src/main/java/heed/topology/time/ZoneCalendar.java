package heed.topology.time;

import heed.schemas.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.EnumMap;
import java.util.Map;

/**
 * Finds the hour, day, week and month that an instant falls into in one time zone.
 *
 * <p>The offset in force is remembered until the zone's next transition, so that the usual question costs an addition.
 * Not safe for use by several threads.
 */
public final class ZoneCalendar {

    private static final long HOUR_MS = 3_600_000;

    private final ZoneId zone;
    private final ZoneRules rules;
    private final Map<Window, Span> recentSpans = new EnumMap<>(Window.class);
    private long offsetFrom = 1;
    private long offsetUntil;
    private long offsetMs;

    /** Uses the rules of {@code zone}. */
    public ZoneCalendar(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /** Returns the zone. */
    public ZoneId zone() {
        return zone;
    }

    /** Returns the local date of {@code instant} (ms) as an epoch day. */
    public long localDay(long instant) {
        return Math.floorDiv(instant + offset(instant), UtcDay.MS);
    }

    /** Returns the local hour of {@code instant} (ms), 0 to 23. */
    public int localHour(long instant) {
        return (int) (Math.floorMod(instant + offset(instant), UtcDay.MS) / HOUR_MS);
    }

    /** Returns the window of {@code kind} that {@code instant} (ms) falls into: mostly the same object as before. */
    public Span span(Window kind, long instant) {
        Span recent = recentSpans.get(kind);
        if (recent == null || !recent.contains(instant)) {
            recent = find(kind, instant);
            recentSpans.put(kind, recent);
        }
        return recent;
    }

    private Span find(Window kind, long instant) {
        return switch (kind) {
            case HOUR -> hour(instant);
            case DAY -> days(LocalDate.ofEpochDay(localDay(instant)), 1);
            case WEEK ->
                days(
                        LocalDate.ofEpochDay(localDay(instant))
                                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        7);
            case MONTH -> {
                LocalDate first = LocalDate.ofEpochDay(localDay(instant)).withDayOfMonth(1);
                yield days(first, first.lengthOfMonth());
            }
        };
    }

    /** Writes a window's start in local words: 2026-03-29T01+00:00, 2026-03-29, 2026-W13 or 2026-03. */
    public String label(Window kind, long start) {
        LocalDate date = LocalDate.ofEpochDay(localDay(start));
        return switch (kind) {
            case HOUR ->
                "%sT%02d%s"
                        .formatted(
                                date,
                                localHour(start),
                                DateTimeFormatter.ofPattern("xxx")
                                        .format(ZoneOffset.ofTotalSeconds((int) (offset(start) / 1000))));
            case DAY -> date.toString();
            case WEEK ->
                "%04d-W%02d"
                        .formatted(date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> "%04d-%02d".formatted(date.getYear(), date.get(ChronoField.MONTH_OF_YEAR));
        };
    }

    private Span hour(long instant) {
        long start = Math.floorDiv(instant + offset(instant), HOUR_MS) * HOUR_MS - offsetMs;
        return new Span(Math.max(start, offsetFrom), Math.min(start + HOUR_MS, offsetUntil));
    }

    private Span days(LocalDate first, int count) {
        return new Span(midnight(first), midnight(first.plusDays(count)));
    }

    private long midnight(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private long offset(long instant) {
        if (instant < offsetFrom || instant >= offsetUntil) {
            Instant moment = Instant.ofEpochMilli(instant);
            ZoneOffsetTransition before = rules.previousTransition(moment.plusMillis(1));
            ZoneOffsetTransition after = rules.nextTransition(moment);
            offsetMs = rules.getOffset(moment).getTotalSeconds() * 1000L;
            offsetFrom = before == null ? Long.MIN_VALUE : before.toEpochSecond() * 1000;
            offsetUntil = after == null ? Long.MAX_VALUE : after.toEpochSecond() * 1000;
        }
        return offsetMs;
    }

    /**
     * A window as instants.
     *
     * @param start first millisecond since 1970
     * @param end first millisecond after it
     */
    public record Span(long start, long end) {

        /** Says whether {@code instant} lies in the window. */
        public boolean contains(long instant) {
            return instant >= start && instant < end;
        }
    }
}
