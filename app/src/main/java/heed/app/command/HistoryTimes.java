package heed.app.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Reads when an answer was given: milliseconds, a date, or a time by ISO 8601, with a space for its T too. */
final class HistoryTimes {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LATEST = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int NOON = 12;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;

    /** Takes times that name no zone as ones of {@code zone}, and a date alone as noon there. */
    HistoryTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** Returns epoch milliseconds; empty where the text is no time of the years 1 to 9999. */
    Optional<Long> read(String text) {
        try {
            return Optional.of(instant(text))
                    .filter(at -> !at.isBefore(EARLIEST) && at.isBefore(AFTER_LATEST))
                    .map(Instant::toEpochMilli);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Instant instant(String text) {
        if (text.lastIndexOf('-') <= 0) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        TemporalAccessor time =
                ISO.parseBest(text.replace(' ', 'T'), ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
        if (time instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        LocalDateTime local = time instanceof LocalDate date ? date.atTime(NOON, 0) : (LocalDateTime) time;
        return local.atZone(zone).toInstant();
    }
}
