package heed.monitoring.view;

import heed.monitoring.readmodel.RecentDays;
import heed.schemas.sentence.English;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which days a chart shows, the last one included, and how finely: as finely as figures are kept so far back.
 *
 * @param chosen whether a reader chose them
 */
public record ChartRange(LocalDate first, LocalDate last, Grain grain, Chosen chosen) {

    private static final int WEEKS = 53;
    private static final int MONTHS = 24;

    /** Who chose the days. */
    public enum Chosen {
        BY_READER,
        BY_PAGE
    }

    /**
     * What an address asks for.
     *
     * @param problem what is wrong with it, in a sentence; then the range is the usual one
     */
    public record Asked(ChartRange range, Optional<String> problem) {}

    /** Returns the days that are shown where nobody chooses. */
    public static ChartRange usual(LocalDate today) {
        return new ChartRange(today.minusDays(RecentDays.LINE - 1L), today, Grain.DAYS, Chosen.BY_PAGE);
    }

    /** Returns all that is kept, by the month. */
    public static ChartRange all(LocalDate today) {
        return new ChartRange(earliest(today), today, Grain.MONTHS, Chosen.BY_PAGE);
    }

    /**
     * Returns the days from {@code from} to {@code to}, dates as 2026-03-01; to today where {@code to} is null or
     * empty, the usual ones where both are.
     */
    public static Asked of(@Nullable String from, @Nullable String to, LocalDate today) {
        boolean open = to == null || to.isEmpty();
        if (from == null || from.isEmpty()) {
            return open
                    ? new Asked(usual(today), Optional.empty())
                    : refused("Say also from which day: from must be given where to is.", today);
        }
        LocalDate first;
        LocalDate last;
        try {
            first = LocalDate.parse(from);
            last = open ? today : LocalDate.parse(to);
        } catch (DateTimeParseException e) {
            return refused("from and to must be days written as " + today + ".", today);
        }
        if (first.isBefore(earliest(today))) {
            return refused(
                    "from must be " + earliest(today) + " or later: figures are kept for " + MONTHS + " months.",
                    today);
        }
        if (first.isAfter(last) || last.isAfter(today)) {
            return refused("from must not be after to, and to must not be after today, " + today + ".", today);
        }
        return new Asked(new ChartRange(first, last, finest(first, today), Chosen.BY_READER), Optional.empty());
    }

    /** Returns the days from {@code first} to {@code today} as a reader chooses them. */
    public static ChartRange since(LocalDate first, LocalDate today) {
        return new ChartRange(first, today, finest(first, today), Chosen.BY_READER);
    }

    private static Asked refused(String problem, LocalDate today) {
        return new Asked(usual(today), Optional.of(problem));
    }

    private static Grain finest(LocalDate first, LocalDate today) {
        if (!first.isBefore(today.minusDays(RecentDays.LONGEST_LINE - 1L))) {
            return Grain.DAYS;
        }
        return first.isBefore(today.minusWeeks(WEEKS)) ? Grain.MONTHS : Grain.WEEKS;
    }

    /** Returns the first day that can be asked for. */
    public static LocalDate earliest(LocalDate today) {
        return today.withDayOfMonth(1).minusMonths(MONTHS);
    }

    /** Returns what an address adds to one that has parameters to ask for these days; nothing where the page chose. */
    public String query(LocalDate today) {
        return chosen == Chosen.BY_PAGE ? "" : "&from=" + first + (last.equals(today) ? "" : "&to=" + last);
    }

    /** Tells whether a day is one of these. */
    public boolean has(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Says which days these are and how finely they are shown. */
    public String words() {
        return English.shortDate(first) + " to " + English.shortDate(last) + ", " + grain.said();
    }
}
