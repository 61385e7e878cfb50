package heed.schemas.flat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Says which days are asked for.
 *
 * @param from the first of them; empty where it is the first that there is
 * @param to the last of them; empty where it is the last that there is
 */
public record DaySpan(Optional<LocalDate> from, Optional<LocalDate> to) {

    public DaySpan {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException("to " + to.get() + " is before from " + from.get() + ".");
        }
    }

    /**
     * Reads days or whole months, such as {@code 2026-03-01} and {@code 2026-03}, both ends among what they name.
     *
     * @throws IllegalArgumentException where a text is neither, or the ends are in the wrong order
     */
    public static DaySpan of(Optional<String> from, Optional<String> to) {
        return new DaySpan(
                from.map(text -> text.length() == "2026-03".length()
                        ? month("from", text).atDay(1)
                        : day("from", text)),
                to.map(text ->
                        text.length() == "2026-03".length() ? month("to", text).atEndOfMonth() : day("to", text)));
    }

    private static YearMonth month(String option, String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw refused(option, text);
        }
    }

    private static LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused(option, text);
        }
    }

    private static IllegalArgumentException refused(String option, String text) {
        return new IllegalArgumentException(
                option + " must be a day or a month, such as 2026-03-01 or 2026-03, was '" + text + "'.");
    }

    /** Tells whether a day is among them. */
    public boolean has(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
