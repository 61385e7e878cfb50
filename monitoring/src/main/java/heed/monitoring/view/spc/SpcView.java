package heed.monitoring.view.spc;

import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.spc.XmrChart;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.DayNotes;
import heed.monitoring.view.Endings;
import heed.monitoring.view.Names;
import heed.monitoring.view.OverviewRow;
import heed.schemas.DropPhase;
import heed.schemas.key.SeriesKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A measure of a hospital or of one of its units as an SPC chart, for whoever writes it.
 *
 * @param limits how the chart's limits are drawn
 * @param target what the measure's questionnaire aims at, 0 to 1
 * @param range the days of which points are drawn; all where a reader chose none. Limits, icons and what is said stand
 *     on all points, whichever are drawn
 */
public record SpcView(
        SeriesKey key,
        SpcSeries series,
        XmrChart chart,
        XmrChart.Limits limits,
        OptionalDouble target,
        Optional<ChartRange> range) {

    /** A point that is drawn: what was read for it, and what the chart makes of it. */
    public record Point(SpcSeries.Point read, XmrChart.Point drawn) {}

    /** Returns the points that are drawn, oldest first. */
    public List<Point> points() {
        return IntStream.range(0, series.points().size())
                .mapToObj(
                        at -> new Point(series.points().get(at), chart.points().get(at)))
                .filter(point -> range.map(days -> days.has(last(point))).orElse(true))
                .toList();
    }

    /** Returns the last day of a point. */
    public LocalDate last(Point point) {
        return series.per().after(point.read().first()).minusDays(1);
    }

    /** Returns those of {@code notes} that can be drawn: of days from the first of its first point to its last. */
    public DayNotes noted(DayNotes notes) {
        List<Point> points = points();
        return points.isEmpty()
                ? DayNotes.NONE
                : notes.within(points.get(0).read().first(), last(points.get(points.size() - 1)));
    }

    /** Returns the line that is asked for; where no measure is, that of the one which sums the hospital up. */
    public static SeriesKey key(HospitalFigures figures, Snapshot snapshot, Names names, SpcQuery query) {
        String measure = Optional.ofNullable(query.measure())
                .orElseGet(() -> usual(
                        OverviewRow.overall(figures, names, names.today(figures.code(), snapshot.now())),
                        names.ordered(figures.measures(query.unit()))));
        return new SeriesKey(figures.code(), query.unit(), measure);
    }

    /**
     * Returns the hospital's own measure, or the first where a unit, which may ask something else, has not that one.
     */
    private static String usual(String overall, List<String> measures) {
        return measures.isEmpty() || measures.contains(overall) ? overall : measures.get(0);
    }

    /** Returns the chart that is asked for; nothing where the hospital, or its unit, has no figures of the measure. */
    public static Optional<SpcView> of(HospitalFigures figures, Snapshot snapshot, Names names, SpcQuery query) {
        SeriesKey key = key(figures, snapshot, names, query);
        ZoneId zone = names.zone(figures.code());
        return figures.unit(key.unit(), key.measure())
                .map(line -> of(
                        key,
                        SpcSeries.of(line, query.points(), SpcSeries.Until.now(snapshot.now(), zone)),
                        snapshot,
                        names,
                        query));
    }

    /**
     * Returns the chart of a line as it stood at a moment: of months where there are enough of them for limits, else as
     * a reader finds it who leaves the choice.
     */
    public static SpcView at(Instant moment, Series line, Snapshot snapshot, Names names) {
        ZoneId zone = names.zone(line.key().hospital());
        LocalDate today = names.today(line.key().hospital(), snapshot.now());
        var until = new SpcSeries.Until(moment, zone, today);
        SpcSeries months = SpcSeries.of(line, Optional.of(SpcSeries.Per.MONTH), until);
        return of(
                line.key(),
                months.shown() < XmrChart.LEAST_POINTS ? SpcSeries.of(line, Optional.empty(), until) : months,
                snapshot,
                names,
                new SpcQuery(null, null, null, null));
    }

    private static SpcView of(SeriesKey key, SpcSeries series, Snapshot snapshot, Names names, SpcQuery query) {
        XmrChart.Limits limits = query.drawn();
        return new SpcView(
                key,
                series,
                series.chart(anew(key, snapshot, names.zone(key.hospital())), names.better(key.measure()), limits),
                limits,
                names.target(key.measure()),
                query.range());
    }

    /** Returns the days on which a person made a new level the usual one: limits of before say nothing of after. */
    private static List<LocalDate> anew(SeriesKey key, Snapshot snapshot, ZoneId zone) {
        return snapshot.part(Drops.class).newestFirst(key.hospital()).stream()
                .filter(drop -> SeriesKey.of(drop).equals(key) && drop.getPhase() == DropPhase.REBASELINED)
                .map(drop -> Endings.of(drop).atZone(zone).toLocalDate())
                .toList();
    }
}
