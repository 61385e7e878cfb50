package heed.monitoring.readmodel;

import heed.schemas.disclosure.LinkedDays;
import heed.schemas.disclosure.LinkedDays.Span;
import heed.schemas.disclosure.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Sees that nothing of few answers can be computed from what is told of a line today: the score of its last days, its
 * months and weeks, and its line of weeks day by day. The first two are told, and weeks, from the newest on, where
 * {@link LinkedDays} lets them. A week that is not told of one unit is told of none: the hospital's total less the
 * others would tell it.
 *
 * @param untold the weeks that are not told, and the month as far as it is where that is not
 */
record WeeksTold(Set<Span> untold) {

    /** Nothing is withheld. */
    static final WeeksTold ALL = new WeeksTold(Set.of());

    private static final int WEEK = RecentDays.SHORT;

    /** Returns which weeks of a hospital as a whole are told. */
    static WeeksTold ofWhole(Series whole, LocalDate today) {
        return of(List.of(whole), Siblings.none(), today, Set.of());
    }

    /** Returns which weeks of units are told beside those of the hospital as a whole. */
    static WeeksTold ofUnits(Siblings units, LocalDate today) {
        Series whole = units.whole();
        return of(
                units.units().values(),
                units,
                today,
                whole == null ? Set.of() : whole.siblings().told(whole, today).untold());
    }

    private static WeeksTold of(Collection<Series> series, Siblings beside, LocalDate today, Set<Span> untoldOfWhole) {
        Withheld withheld = new Withheld(beside, new IdentityHashMap<>(), new HashMap<>());
        List<Line> lines = series.stream()
                .filter(line -> !line.days().isEmpty() && !line.disclosure().isByRelease())
                .map(line -> Line.of(line, today, withheld))
                .toList();
        Set<Span> untold = new HashSet<>(untoldOfWhole);
        for (Span window : windows(lines, today)) {
            List<Line> told =
                    lines.stream().filter(line -> line.tells(window, withheld)).toList();
            if (untold.contains(window)
                    || !told.stream().allMatch(line -> line.linked().mayTell(window))) {
                untold.add(window);
            } else {
                told.forEach(line -> line.linked().tell(window));
            }
        }
        return new WeeksTold(Set.copyOf(untold));
    }

    /** Returns what gives way to other windows: the month as far as it is, then weeks, the newest first. */
    private static List<Span> windows(List<Line> lines, LocalDate today) {
        List<Span> windows = new ArrayList<>();
        windows.add(soFar(today));
        for (int back = 0; back < RecentDays.LONGEST_LINE; back++) {
            windows.add(Span.of(today.minusDays(back), WEEK));
        }
        lines.stream()
                .flatMap(line -> line.series().weeks().stream())
                .map(AnswersUpTo::sunday)
                .filter(sunday -> sunday.isBefore(today.minusDays(RecentDays.LONGEST_LINE - 1L)))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(sunday -> windows.add(Span.of(sunday, WEEK)));
        return windows;
    }

    private static Span soFar(LocalDate today) {
        return new Span(today.withDayOfMonth(1).minusDays(1), today);
    }

    /** Knows what is told of no unit for the others' sake: once for all of them. */
    private record Withheld(Siblings beside, Map<Series, AnswersUpTo> counts, Map<List<?>, Set<String>> byWindow) {

        private boolean has(Series line, Span window, int least) {
            return byWindow.computeIfAbsent(List.of(window, least), each -> beside.withheld(of(window), least))
                    .contains(Objects.requireNonNullElse(line.key().unit(), ""));
        }

        private ToLongFunction<Series> of(Span window) {
            return line -> answers(line).in(window);
        }

        private AnswersUpTo answers(Series line) {
            return Objects.requireNonNull(counts.computeIfAbsent(line, AnswersUpTo::new));
        }
    }

    /** A line and what is told of it. */
    private record Line(Series series, AnswersUpTo answers, int least, LinkedDays linked) {

        private static Line of(Series series, LocalDate today, Withheld withheld) {
            AnswersUpTo answers = withheld.answers(series);
            int least = Math.max(series.disclosure().minimum(), series.written());
            Line line = new Line(series, answers, least, new LinkedDays(answers::to, least));
            line.tell(Span.of(today, RecentDays.SCORE), withheld);
            for (Pane pane : series.months()) {
                LocalDate end = AnswersUpTo.month(pane).atEndOfMonth();
                if (end.isBefore(today)) {
                    line.tell(new Span(AnswersUpTo.month(pane).atDay(1).minusDays(1), end), withheld);
                }
            }
            for (int back = 0; back < RecentDays.LONGEST_LINE; back++) {
                line.takeWeek(Span.of(today.minusDays(back), WEEK), withheld);
            }
            return line;
        }

        private void tell(Span window, Withheld withheld) {
            if (tells(window, withheld)) {
                linked.tell(window);
            }
        }

        /** That nobody answered is told whatever follows from it. */
        private void takeWeek(Span week, Withheld withheld) {
            long n = answers.in(week);
            if (n == 0) {
                linked.tell(week);
            } else if (n >= least && withheld.has(series, week, least)) {
                linked.hide(week);
            }
        }

        private boolean tells(Span window, Withheld withheld) {
            return answers.in(window) >= least && !withheld.has(series, window, least);
        }
    }

    /** Returns what may be said of the week that ends with {@code last}, of which else {@code read} may be. */
    Reading guard(LocalDate last, Reading read) {
        return guard(Span.of(last, WEEK), read);
    }

    private Reading guard(Span window, Reading read) {
        return read.shown().isPresent() && untold.contains(window) ? new Reading.Withheld(Reading.Why.OVER_TIME) : read;
    }

    /** Returns the same of the month of {@code today}, as far as it is. */
    Reading guardSoFar(LocalDate today, Reading read) {
        return guard(soFar(today), read);
    }

    /** Returns the same of a week or month that is over; of a month it is what else may be said. */
    Reading guard(Pane pane, Reading read) {
        return pane.label().contains("W") ? guard(AnswersUpTo.sunday(pane), read) : read;
    }
}
