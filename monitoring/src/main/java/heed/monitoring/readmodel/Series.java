package heed.monitoring.readmodel;

import heed.schemas.UsualFigures;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Reading;
import heed.schemas.figures.Counted;
import heed.schemas.figures.UsualRange;
import heed.schemas.key.SeriesKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of figures as it stood at one moment: the days, weeks and months kept, and the newest hour. Immutable.
 *
 * @param days the days kept, oldest first; weeks and months likewise
 * @param hour newest hour, null where there is none
 * @param lastAnswer arrival of the newest response; null where only published figures are known, which count by the
 *     month alone
 * @param disclosure what may be said of its figures
 * @param siblings the other lines of the same measure at the hospital, which its figures could be computed from
 */
public record Series(
        SeriesKey key,
        List<Day> days,
        List<Pane> weeks,
        List<Pane> months,
        @Nullable Pane hour,
        @Nullable Instant lastAnswer,
        Disclosure disclosure,
        Siblings siblings) {

    public Series {
        days = List.copyOf(days);
        weeks = List.copyOf(weeks);
        months = List.copyOf(months);
    }

    /** Tells whether nothing but published months is known: the watch has seen no answer, and no day has any. */
    public boolean isPublishedOnly() {
        return days.isEmpty() && !months.isEmpty();
    }

    /** A local day and its pane. */
    public record Day(LocalDate date, Pane pane) {}

    /** Returns what may be said of the {@code length} days that end with {@code today}. */
    public Reading over(LocalDate today, int length) {
        Reading read = alone(today, length);
        return length == RecentDays.SHORT && read.shown().isPresent()
                ? told(today).guard(today, read)
                : read;
    }

    private Reading alone(LocalDate last, int length) {
        Reading read = disclosure.readDays(tally(last, length), written());
        return siblings.guard(this, read, line -> line.tally(last, length).n());
    }

    /**
     * Returns the reading over {@link RecentDays#SHORT} days as it stood at the end of each of the {@code points} days
     * up to {@code last}, as it is told {@code today}.
     */
    public List<Point> rolling(LocalDate last, int points, LocalDate today) {
        WeeksTold told = told(today);
        List<Point> line = new ArrayList<>(points);
        for (int back = points - 1; back >= 0; back--) {
            LocalDate date = last.minusDays(back);
            line.add(new Point(date, told.guard(date, alone(date, RecentDays.SHORT))));
        }
        return List.copyOf(line);
    }

    /** A day and the reading of the {@link RecentDays#SHORT} days that end with it. */
    public record Point(LocalDate date, Reading reading) {}

    /**
     * Returns the usual range of the days of a point; nothing where their score may not be shown, or is too little for
     * one.
     */
    public Optional<UsualRange> usualRange(Point point, UsualFigures usual, long learned) {
        LocalDate last = point.date();
        return point.reading()
                .shown()
                .flatMap(shown -> UsualRange.of(
                        days.stream()
                                .filter(day -> day.date().isAfter(last.minusDays(RecentDays.SHORT))
                                        && !day.date().isAfter(last))
                                .map(day -> new UsualRange.Day(
                                        day.date(), day.pane().tally()))
                                .toList(),
                        usual,
                        learned));
    }

    /** Returns the end of the newest day that counts for the days up to {@code last}. */
    public Optional<Instant> endOfNewestDay(LocalDate last) {
        return days.stream()
                .filter(day -> !day.date().isAfter(last))
                .reduce((first, second) -> second)
                .map(day -> day.pane().end());
    }

    /** Returns the sum of the {@code length} days that end with {@code last}. */
    Counted tally(LocalDate last, int length) {
        LocalDate first = last.minusDays(length - 1L);
        Counted total = Counted.NOTHING;
        for (int at = days.size() - 1; at >= 0; at--) {
            Day day = days.get(at);
            if (day.date().isBefore(first)) {
                break;
            }
            if (!day.date().isAfter(last)) {
                total = total.plus(day.pane().tally());
            }
        }
        return total;
    }

    private WeeksTold told(LocalDate today) {
        return siblings.told(this, today);
    }

    /**
     * Returns what may be said {@code today} of each of its weeks, or months, that was over at {@code until}, oldest
     * first.
     */
    public List<Period> over(Function<Series, List<Pane>> kind, Instant until, LocalDate today) {
        WeeksTold told = told(today);
        return kind.apply(this).stream()
                .filter(pane -> !pane.end().isAfter(until))
                .map(pane -> new Period(pane.start(), pane.end(), told.guard(pane, read(kind, pane))))
                .toList();
    }

    /** Returns what may be said {@code today} of the month that begins at an instant, as far as it is. */
    public Reading month(Instant start, LocalDate today) {
        return months.stream()
                .filter(pane -> pane.start().equals(start))
                .findFirst()
                .map(pane -> AnswersUpTo.month(pane).equals(YearMonth.from(today))
                        ? told(today).guardSoFar(today, read(Series::months, pane))
                        : read(Series::months, pane))
                .orElseGet(this::missing);
    }

    private Reading read(Function<Series, List<Pane>> kind, Pane pane) {
        return siblings.guard(this, disclosure.read(pane.tally(), pane.minimum()), line -> kind.apply(line).stream()
                .filter(each -> each.start().equals(pane.start()))
                .mapToLong(each -> each.tally().n())
                .sum());
    }

    /** Returns what differs where its own figures do. */
    int content() {
        return Objects.hash(key, days, weeks, months, hour, lastAnswer);
    }

    /** Returns the same line without the others, which themselves have others. */
    Series alone() {
        return key.isWhole() ? this : beside(Siblings.none());
    }

    /** Returns the same line beside {@code others}. */
    Series beside(Siblings others) {
        return new Series(key, days, weeks, months, hour, lastAnswer, disclosure, others);
    }

    /** Tells whether the audience is told when its answers arrived: where those up to the newest make a score. */
    boolean tellsArrivals() {
        return !days.isEmpty()
                && over(days.get(days.size() - 1).date(), RecentDays.SCORE)
                        .shown()
                        .isPresent();
    }

    /** Returns what may be said of a week or month that is not among these. */
    public Reading missing() {
        return disclosure.readMissing();
    }

    /** A week or month that is over, and what may be said of it. */
    public record Period(Instant start, Instant end, Reading reading) {}

    /** Returns what may be said {@code today} of the newest month; nothing where no month is known. */
    public Optional<NewestMonth> newestMonth(LocalDate today) {
        return month().map(pane -> new NewestMonth(pane.start(), month(pane.start(), today)));
    }

    /** The newest month: when it began, and what may be said of it. */
    public record NewestMonth(Instant start, Reading reading) {}

    /**
     * Returns the minimum that the newest window was written with: a policy that was changed since holds for older days
     * too.
     */
    int written() {
        if (!days.isEmpty()) {
            return days.get(days.size() - 1).pane().minimum();
        }
        return month().map(Pane::minimum).orElse(0);
    }

    private Optional<Pane> month() {
        return months.isEmpty() ? Optional.empty() : Optional.of(months.get(months.size() - 1));
    }
}
