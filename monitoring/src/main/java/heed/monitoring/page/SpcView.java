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

/** A hospital's measure as an XmR chart: what its points are, and what the chart makes of them. */
public record SpcView(SpcSeries series, XmrChart chart) {

    /**
     * Returns the chart of a measure; nothing where the hospital has no figures of it.
     *
     * @param per what a point stands for, nothing to leave the choice
     */
    public static Optional<SpcView> of(
            HospitalFigures figures,
            String measure,
            Optional<SpcSeries.Per> per,
            XmrChart.Limits limits,
            Snapshot snapshot,
            Names names) {
        ZoneId zone = names.zone(figures.code());
        return figures.whole(measure)
                .map(each -> SpcSeries.of(each, per, snapshot.now(), zone))
                .map(series -> new SpcView(
                        series,
                        series.chart(
                                anew(new SeriesKey(figures.code(), null, measure), snapshot, zone),
                                names.better(measure),
                                limits)));
    }

    /** Returns the days on which a person made a new level the usual one: limits of before say nothing of after. */
    private static List<LocalDate> anew(SeriesKey key, Snapshot snapshot, ZoneId zone) {
        return snapshot.dropsOf(key.hospital()).stream()
                .filter(drop -> SeriesKey.of(drop).equals(key) && drop.getPhase() == DropPhase.REBASELINED)
                .map(drop -> Timeline.end(drop).atZone(zone).toLocalDate())
                .toList();
    }
}
