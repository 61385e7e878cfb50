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
    private long fromMs = 1;
    private long untilMs;
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

    /** Returns the local date of {@code instantMs} (ms) as an epoch day. */
    public long localDay(long instantMs) {
        return Math.floorDiv(instantMs + offsetMs(instantMs), UtcDay.MS);
    }

    /** Returns the local hour of {@code instantMs} (ms), 0 to 23. */
    public int localHour(long instantMs) {
        return (int) (Math.floorMod(instantMs + offsetMs(instantMs), UtcDay.MS) / HOUR_MS);
    }

    /** Returns the window of {@code kind} that {@code instantMs} (ms) falls into: mostly the same object as before. */
    public Span span(Window kind, long instantMs) {
        Span recent = recentSpans.get(kind);
        if (recent == null || !recent.contains(instantMs)) {
            recent = find(kind, instantMs);
            recentSpans.put(kind, recent);
        }
        return recent;
    }

    private Span find(Window kind, long instantMs) {
        return switch (kind) {
            case HOUR -> hour(instantMs);
            case DAY -> days(LocalDate.ofEpochDay(localDay(instantMs)), 1);
            case WEEK ->
                days(
                        LocalDate.ofEpochDay(localDay(instantMs))
                                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        7);
            case MONTH -> {
                LocalDate first = LocalDate.ofEpochDay(localDay(instantMs)).withDayOfMonth(1);
                yield days(first, first.lengthOfMonth());
            }
        };
    }

    /** Writes a window's start in local words: 2026-03-29T01+00:00, 2026-03-29, 2026-W13 or 2026-03. */
    public String label(Window kind, long startMs) {
        LocalDate date = LocalDate.ofEpochDay(localDay(startMs));
        return switch (kind) {
            case HOUR ->
                "%sT%02d%s"
                        .formatted(
                                date,
                                localHour(startMs),
                                DateTimeFormatter.ofPattern("xxx")
                                        .format(ZoneOffset.ofTotalSeconds((int) (offsetMs(startMs) / 1000))));
            case DAY -> date.toString();
            case WEEK ->
                "%04d-W%02d"
                        .formatted(date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> "%04d-%02d".formatted(date.getYear(), date.get(ChronoField.MONTH_OF_YEAR));
        };
    }

    private Span hour(long instantMs) {
        long startMs = Math.floorDiv(instantMs + offsetMs(instantMs), HOUR_MS) * HOUR_MS - offsetMs;
        return new Span(Math.max(startMs, fromMs), Math.min(startMs + HOUR_MS, untilMs));
    }

    private Span days(LocalDate first, int count) {
        return new Span(midnightMs(first), midnightMs(first.plusDays(count)));
    }

    private long midnightMs(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private long offsetMs(long instantMs) {
        if (instantMs < fromMs || instantMs >= untilMs) {
            Instant moment = Instant.ofEpochMilli(instantMs);
            ZoneOffsetTransition before = rules.previousTransition(moment.plusMillis(1));
            ZoneOffsetTransition after = rules.nextTransition(moment);
            offsetMs = rules.getOffset(moment).getTotalSeconds() * 1000L;
            fromMs = before == null ? Long.MIN_VALUE : before.toEpochSecond() * 1000;
            untilMs = after == null ? Long.MAX_VALUE : after.toEpochSecond() * 1000;
        }
        return offsetMs;
    }

    /**
     * A window as instants.
     *
     * @param startMs first millisecond since 1970
     * @param endMs first millisecond after it
     */
    public record Span(long startMs, long endMs) {

        /** Says whether {@code instantMs} lies in the window. */
        public boolean contains(long instantMs) {
            return instantMs >= startMs && instantMs < endMs;
        }
    }
}
