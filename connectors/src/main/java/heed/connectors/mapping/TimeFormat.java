package heed.connectors.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as a file has them: ISO 8601 with a {@code T} or a space, where no pattern is said. A date alone is noon
 * of the hospital's day. A time that clocks skip in spring is none; one that they show twice in autumn is the first.
 */
final class TimeFormat {

    /** The format of a mapping that states none. */
    static final TimeFormat ISO = new TimeFormat(null);

    private static final Pattern SPREADSHEET_DAY = Pattern.compile("[3-6]\\d{4}(?:[.]\\d+)?");
    private static final Pattern DAY_OR_MONTH_FIRST = Pattern.compile("\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}(?:\\D.*)?");
    private static final Pattern OFFSET_WITHOUT_COLON = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");
    private static final int LENGTH_OF_DATE = 10;

    private final @Nullable DateTimeFormatter formatter;

    private TimeFormat(@Nullable DateTimeFormatter formatter) {
        this.formatter = formatter;
    }

    /**
     * Returns the format of a pattern of {@link DateTimeFormatter}, with {@code y} for the year.
     *
     * @throws IllegalArgumentException where it is none
     */
    static TimeFormat of(String pattern) {
        StringBuilder strict = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            strict.append(c == 'y' && !quoted ? 'u' : c);
        }
        return new TimeFormat(new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(strict.toString())
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT));
    }

    /** Returns the moment of a text, with its offset; nothing where it is none in this format. */
    Optional<OffsetDateTime> read(String text, ZoneId zone) {
        try {
            TemporalAccessor read = formatter == null ? iso(text) : pattern(formatter, text);
            if (read instanceof ZonedDateTime zoned) {
                return Optional.of(zoned.toOffsetDateTime());
            }
            if (read instanceof OffsetDateTime offset) {
                return Optional.of(offset);
            }
            LocalDateTime local = read instanceof LocalDate date ? date.atTime(LocalTime.NOON) : (LocalDateTime) read;
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
            return offsets.isEmpty() ? Optional.empty() : Optional.of(local.atOffset(offsets.get(0)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TemporalAccessor pattern(DateTimeFormatter formatter, String text) {
        return formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    private static TemporalAccessor iso(String text) {
        if (text.length() <= LENGTH_OF_DATE) {
            return LocalDate.parse(text);
        }
        String spelt = text.charAt(LENGTH_OF_DATE) == ' '
                ? text.substring(0, LENGTH_OF_DATE) + 'T' + text.substring(LENGTH_OF_DATE + 1)
                : text;
        String whole = OFFSET_WITHOUT_COLON.matcher(spelt.replace(" ", "")).replaceFirst("$1:$2");
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(whole, OffsetDateTime::from, LocalDateTime::from);
    }

    /** Returns what to do where a text is no time of this format. */
    String advice(String text) {
        if (SPREADSHEET_DAY.matcher(text).matches()) {
            return "is a number, as a spreadsheet keeps a day; have the column shown as a date there, and save it again";
        }
        if (formatter != null) {
            return "is no time of the mapping's format, or one that clocks skip";
        }
        return DAY_OR_MONTH_FIRST.matcher(text).matches()
                ? "may have the day or the month first; say which by format, as d/M/yyyy H:mm or M/d/yyyy H:mm"
                : "is no time as 2026-04-01 10:15 or 2026-04-01T10:15:00Z, or one that clocks skip; say its format";
    }
}
