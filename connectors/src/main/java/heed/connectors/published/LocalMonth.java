package heed.connectors.published;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A month in a hospital's zone, over which the responses of published figures are spread.
 *
 * @param end the first instant after the month
 */
public record LocalMonth(YearMonth month, Instant start, Instant end) {

    /** Returns the month as it passes in {@code zone}. */
    public static LocalMonth of(YearMonth month, ZoneId zone) {
        return new LocalMonth(
                month,
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    /** Returns the month's length; an hour more or less than its days where clocks change. */
    public Duration length() {
        return Duration.between(start, end);
    }

    /** Returns the middle of the {@code ordinal}-th of {@code count} equal parts of the month. */
    public Instant at(int ordinal, int count) {
        return start.plusMillis((2L * ordinal + 1) * length().toMillis() / (2L * count));
    }

    /**
     * Returns the identity of a response for ever: also the way to name one that is to be withdrawn.
     *
     * @param format what a user calls the file's format
     * @param response what tells the response from the hospital's others of the month
     */
    public UUID idOf(String format, String hospital, String response) {
        String name = String.join("|", format, month.toString(), hospital, response);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
