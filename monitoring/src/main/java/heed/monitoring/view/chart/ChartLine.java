package heed.monitoring.view.chart;

import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.DayNotes;
import heed.monitoring.view.Grain;
import heed.monitoring.view.Reference;
import heed.monitoring.view.spc.SpcSeries;
import heed.schemas.figures.UsualRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A line of figures as a chart shows it.
 *
 * @param points by the last day that each stands for, oldest first
 */
public record ChartLine(Series series, ChartRange range, List<Series.Point> points, LocalDate today) {

    /**
     * Returns a line in a range. Where the page chose the days, and none of them has a score that may be shown, but a
     * month has, it is all months.
     */
    public static ChartLine of(Series series, ChartRange range, Instant now, ZoneId zone) {
        ChartLine line = drawn(series, range, now, zone);
        if (line.isEmpty() && range.chosen() == ChartRange.Chosen.BY_PAGE) {
            ChartLine months = drawn(series, ChartRange.all(range.last()), now, zone);
            return months.isEmpty() ? line : months;
        }
        return line;
    }

    private static ChartLine drawn(Series series, ChartRange range, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return new ChartLine(
                series,
                range,
                switch (range.grain()) {
                    case DAYS ->
                        series.rolling(
                                range.last(), (int) ChronoUnit.DAYS.between(range.first(), range.last()) + 1, today);
                    case WEEKS -> over(series, range, SpcSeries.Per.WEEK, now, zone);
                    case MONTHS -> over(series, range, SpcSeries.Per.MONTH, now, zone);
                },
                today);
    }

    private static List<Series.Point> over(
            Series series, ChartRange range, SpcSeries.Per per, Instant now, ZoneId zone) {
        return SpcSeries.of(series, Optional.of(per), SpcSeries.Until.now(now, zone)).points().stream()
                .map(point -> new Series.Point(per.after(point.first()).minusDays(1), point.reading()))
                .filter(point -> range.has(point.date()))
                .toList();
    }

    /** Returns those of {@code notes} that can be drawn: of days between its first point and its last. */
    public DayNotes noted(DayNotes notes) {
        return isEmpty()
                ? DayNotes.NONE
                : notes.within(
                        points.get(0).date(), points.get(points.size() - 1).date());
    }

    /** Returns how all hospitals moved in its weeks, as far as a reader is told. */
    public OthersLine others(Snapshot snapshot) {
        return isEmpty()
                ? OthersLine.NONE
                : OthersLine.of(
                        series,
                        points.get(0).date(),
                        points.get(points.size() - 1).date(),
                        snapshot);
    }

    /** Tells whether no score in it may be shown. */
    public boolean isEmpty() {
        return points.stream().allMatch(point -> point.reading().shown().isEmpty());
    }

    /** Returns how many days there are from the first one to today, up to which figures are told elsewhere. */
    public long daysToToday() {
        return ChronoUnit.DAYS.between(range.first(), today) + 1;
    }

    /** Returns the usual range of a point; it is known of days only. */
    public Optional<UsualRange> usual(Series.Point point, Reference reference) {
        return range.grain() == Grain.DAYS ? reference.range(series, point) : Optional.empty();
    }

    /** Tells whether the usual range of its points may be known. */
    public boolean hasUsual(Reference reference) {
        return range.grain() == Grain.DAYS && reference.learned().isPresent();
    }
}
