package heed.monitoring.readmodel;

import heed.schemas.disclosure.LinkedDays;
import heed.schemas.disclosure.LinkedDays.Span;
import heed.schemas.disclosure.LinkedRest;
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
 * {@link LinkedDays} lets them, of units also where {@link LinkedRest} does. A week that is not told of one unit is
 * told of none: the hospital's total less the others would tell it.
 *
 * @param untold the weeks that are not told, and the month as far as it is where that is not
 */
record WeeksTold(Set<Span> untold) {

    /** Nothing is withheld. */
    static final WeeksTold ALL = new WeeksTold(Set.of());

    private static final LinkedDays NOTHING = new LinkedDays(day -> 0, 0);
    private static final LinkedRest NO_REST = new LinkedRest(NOTHING, 0);

    private static final int WEEK = RecentDays.SHORT;

    /** Returns which weeks of a hospital as a whole are told. */
    static WeeksTold ofWhole(Series whole, LocalDate today) {
        return of(lines(List.of(whole), Siblings.none()), NO_REST, today, Set.of());
    }

    /** Returns which weeks of units are told beside those of the hospital as a whole. */
    static WeeksTold ofUnits(Siblings units, LocalDate today) {
        List<Line> lines = lines(units.units().values(), units);
        Series whole = units.whole();
        if (whole == null || lines.isEmpty()) {
            return of(lines, NO_REST, today, Set.of());
        }
        Set<Span> untold = whole.siblings().told(whole, today).untold();
        int least = lines.stream().mapToInt(Line::least).max().orElseThrow();
        return of(lines, new LinkedRest(linked(whole, today, untold), least), today, untold);
    }

    /** Returns the hospital as a whole with all that is told of it. */
    private static LinkedDays linked(Series whole, LocalDate today, Set<Span> untold) {
        List<Line> lines = lines(List.of(whole), Siblings.none());
        for (Line line : lines) {
            line.begin(today, NO_REST);
            windows(lines, today).stream()
                    .filter(window -> !untold.contains(window) && line.tells(window))
                    .forEach(line.linked()::tell);
        }
        return lines.isEmpty() ? NOTHING : lines.get(0).linked();
    }

    private static List<Line> lines(Collection<Series> series, Siblings beside) {
        Withheld withheld = new Withheld(beside, new IdentityHashMap<>(), new HashMap<>());
        return series.stream()
                .filter(line -> !line.days().isEmpty() && !line.disclosure().isByRelease())
                .map(line -> Line.of(line, withheld))
                .toList();
    }

    private static WeeksTold of(List<Line> lines, LinkedRest rest, LocalDate today, Set<Span> untoldOfWhole) {
        lines.forEach(line -> line.begin(today, rest));
        Set<Span> untold = new HashSet<>(untoldOfWhole);
        for (Span window : windows(lines, today)) {
            List<LinkedDays> told = lines.stream()
                    .filter(line -> line.tells(window))
                    .map(Line::linked)
                    .toList();
            if (!untold.contains(window)
                    && told.stream().allMatch(line -> line.mayTell(window))
                    && rest.tellIfEnoughIsLeft(window, told)) {
                told.forEach(line -> line.tell(window));
            } else {
                untold.add(window);
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
    private record Line(Series series, AnswersUpTo answers, int least, LinkedDays linked, Withheld withheld) {

        private static Line of(Series series, Withheld withheld) {
            AnswersUpTo answers = withheld.answers(series);
            int least = Math.max(series.disclosure().minimum(), series.written());
            return new Line(series, answers, least, new LinkedDays(answers::to, least), withheld);
        }

        /** Tells what is told whatever follows from it: days, months, and weeks in which nobody answered. */
        private void begin(LocalDate today, LinkedRest rest) {
            List<Span> windows = new ArrayList<>();
            windows.add(Span.of(today, RecentDays.SCORE));
            for (Pane pane : series.months()) {
                LocalDate end = AnswersUpTo.month(pane).atEndOfMonth();
                if (end.isBefore(today)) {
                    windows.add(new Span(AnswersUpTo.month(pane).atDay(1).minusDays(1), end));
                }
            }
            windows.removeIf(window -> !tells(window));
            for (int back = 0; back < RecentDays.LONGEST_LINE; back++) {
                Span week = Span.of(today.minusDays(back), WEEK);
                long n = answers.in(week);
                if (n == 0) {
                    windows.add(week);
                } else if (n >= least && withheld.has(series, week, least)) {
                    linked.hide(week);
                }
            }
            for (Span window : windows) {
                rest.tell(window, linked);
                linked.tell(window);
            }
        }

        private boolean tells(Span window) {
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
