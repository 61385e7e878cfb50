package heed.monitoring.view.report;

import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Pane;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.Names;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.sentence.English;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the month that a hospital's report is of.
 *
 * @param month nothing where what was asked for is no month that has begun
 * @param refusal why there is none, in a sentence; empty where there is one
 * @param before the month before, where the hospital has figures of it or of earlier ones
 * @param after the month after, where it has begun and may be told of
 */
public record MonthChoice(
        Optional<ReportMonth> month, String refusal, Optional<YearMonth> before, Optional<YearMonth> after) {

    private static final int LENGTH = "2026-10".length();

    /**
     * Returns the month that is asked for; where none is, the newest closed one of which there are figures, else the
     * newest that is over, else the one that lasts.
     */
    public static MonthChoice of(
            @Nullable String asked, HospitalFigures figures, Snapshot snapshot, Names names, Disclosure disclosure) {
        ZoneId zone = names.zone(figures.code());
        Instant now = snapshot.now();
        YearMonth last = last(now, zone, disclosure);
        List<YearMonth> known = known(figures, zone);
        if (asked == null) {
            return to(usual(known, last, zone, now, disclosure), known, last, zone, now, disclosure);
        }
        Optional<YearMonth> month = parsed(asked);
        if (month.isEmpty()) {
            return refusing("That is no month. Write it as a year and two digits, as in " + last + ".");
        }
        if (month.get().isAfter(last)) {
            return refusing(English.month(month.get())
                    + (disclosure.isByRelease() ? " is not closed yet" : " has not begun") + ". The newest month is "
                    + English.month(last) + ": " + last + ".");
        }
        YearMonth first = YearMonth.from(ChartRange.earliest(names.today(figures.code(), now)));
        if (month.get().isBefore(first)) {
            return refusing("Figures of " + English.month(month.get()) + " are not kept any more. The oldest month is "
                    + English.month(first) + ": " + first + ".");
        }
        return to(month.get(), known, last, zone, now, disclosure);
    }

    private static MonthChoice refusing(String sentence) {
        return new MonthChoice(Optional.empty(), sentence, Optional.empty(), Optional.empty());
    }

    private static MonthChoice to(
            YearMonth month, List<YearMonth> known, YearMonth last, ZoneId zone, Instant now, Disclosure disclosure) {
        return new MonthChoice(
                Optional.of(ReportMonth.of(month, zone, now, disclosure)),
                "",
                known.stream().filter(each -> each.isBefore(month)).findFirst().map(each -> month.minusMonths(1)),
                Optional.of(month.plusMonths(1)).filter(each -> !each.isAfter(last)));
    }

    /** Returns the newest month that may be told of: the one that lasts, or for readers of closed ones the last. */
    private static YearMonth last(Instant now, ZoneId zone, Disclosure disclosure) {
        YearMonth lasting = YearMonth.from(now.atZone(zone));
        return disclosure.isByRelease() ? lasting.minusMonths(1) : lasting;
    }

    private static YearMonth usual(
            List<YearMonth> known, YearMonth last, ZoneId zone, Instant now, Disclosure disclosure) {
        return Stream.of(ReportMonth.State.CLOSED, ReportMonth.State.OVER)
                .flatMap(state -> known.stream()
                        .filter(month -> !month.isAfter(last)
                                && ReportMonth.of(month, zone, now, disclosure).state() == state)
                        .max(Comparator.naturalOrder())
                        .stream())
                .findFirst()
                .orElse(last);
    }

    /** Returns the months of which there are figures. */
    private static List<YearMonth> known(HospitalFigures figures, ZoneId zone) {
        return figures.series().values().stream()
                .flatMap(line -> line.months().stream())
                .map(Pane::start)
                .distinct()
                .map(start -> YearMonth.from(start.atZone(zone)))
                .toList();
    }

    private static Optional<YearMonth> parsed(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
