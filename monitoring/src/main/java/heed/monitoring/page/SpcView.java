package heed.monitoring.page;

import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.SeriesKey;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.spc.XmrChart;
import heed.schemas.DropPhase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A measure of a hospital as an SPC chart, for whoever writes it.
 *
 * @param limits how the chart's limits are drawn
 * @param target what the measure's questionnaire aims at, 0 to 1
 */
public record SpcView(SeriesKey key, SpcSeries series, XmrChart chart, XmrChart.Limits limits, OptionalDouble target) {

    /** Returns the measure that is asked for; that which sums the hospital up where none is. */
    static String measure(HospitalFigures figures, Snapshot snapshot, Names names, SpcQuery query) {
        return Optional.ofNullable(query.measure())
                .orElseGet(() -> OverviewRow.overall(figures, names, names.today(figures.code(), snapshot.now())));
    }

    /** Returns the chart that is asked for; nothing where the hospital as a whole has no figures of the measure. */
    public static Optional<SpcView> of(HospitalFigures figures, Snapshot snapshot, Names names, SpcQuery query) {
        String measure = measure(figures, snapshot, names, query);
        ZoneId zone = names.zone(figures.code());
        return figures.whole(measure).map(line -> {
            SpcSeries series = SpcSeries.of(line, query.points(), snapshot.now(), zone);
            return new SpcView(
                    line.key(),
                    series,
                    series.chart(anew(line.key(), snapshot, zone), names.better(measure), query.drawn()),
                    query.drawn(),
                    names.target(measure));
        });
    }

    /** Returns the days on which a person made a new level the usual one: limits of before say nothing of after. */
    private static List<LocalDate> anew(SeriesKey key, Snapshot snapshot, ZoneId zone) {
        return snapshot.dropsOf(key.hospital()).stream()
                .filter(drop -> SeriesKey.of(drop).equals(key) && drop.getPhase() == DropPhase.REBASELINED)
                .map(drop -> Timeline.end(drop).atZone(zone).toLocalDate())
                .toList();
    }
}
