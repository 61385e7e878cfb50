package heed.monitoring.meters;

import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.SharedFalls;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Drop;
import heed.schemas.figures.LowestEstimate;
import heed.schemas.figures.SharedFall;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.SeriesKey;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Exposes what was usual before open drops, how low they got, how they stand now and whose falls they are, for the text
 * of alerts: of a hospital's measure the largest drop, units included. What is not open, or may not be shown, has no
 * series. Bounded: at most so many as it is given, eight series each, the rest counted.
 */
final class DropMeters {

    /** In which drops are told where there are more than may be. */
    static final Comparator<Drop> ORDER =
            Comparator.comparing(Drop::getHospital).thenComparing(Drop::getMeasure);

    private final ReadModel model;
    private final HospitalDirectory hospitals;
    private final MultiGauge usual;
    private final MultiGauge lowest;
    private final MultiGauge flagged;
    private final MultiGauge ratio;
    private final MultiGauge answers;
    private final MultiGauge verdict;
    private final MultiGauge moved;
    private final MultiGauge beyond;
    private final int most;
    private volatile long leftOut;

    DropMeters(PrometheusMeterRegistry registry, ReadModel model, HospitalDirectory hospitals, int most) {
        this.most = most;
        this.model = model;
        this.hospitals = hospitals;
        this.usual = MeterNames.DROP_USUAL.family(registry);
        this.lowest = MeterNames.DROP_LOWEST.family(registry);
        this.flagged = MeterNames.DROP_FLAGGED.family(registry);
        this.ratio = MeterNames.DROP_NOW.family(registry);
        this.answers = MeterNames.DROP_NOW_ANSWERS.family(registry);
        this.verdict = MeterNames.DROP_VERDICT.family(registry);
        this.moved = MeterNames.DROP_OTHERS_MOVED.family(registry);
        this.beyond = MeterNames.DROP_BEYOND.family(registry);
        MeterNames.DROPS_LEFT_OUT.gauge(registry, this, each -> each.leftOut);
    }

    void refresh() {
        Rows rows = new Rows();
        Snapshot snapshot = model.snapshot();
        Collection<Drop> all = snapshot.part(Drops.class).largestOpen().values();
        leftOut = Math.max(0, all.size() - most);
        all.stream().sorted(ORDER).limit(most).forEach(drop -> add(drop, snapshot, rows));
        usual.register(rows.usual, true);
        lowest.register(rows.lowest, true);
        flagged.register(rows.flagged, true);
        ratio.register(rows.ratios, true);
        answers.register(rows.answers, true);
        verdict.register(rows.verdicts, true);
        moved.register(rows.moved, true);
        beyond.register(rows.beyond, true);
    }

    private void add(Drop drop, Snapshot snapshot, Rows rows) {
        Tags tags = Tags.of("hospital", drop.getHospital(), "measure", drop.getMeasure());
        rows.usual.add(MultiGauge.Row.of(tags, drop.getBaseline()));
        rows.lowest.add(MultiGauge.Row.of(tags, LowestEstimate.of(drop)));
        rows.flagged.add(MultiGauge.Row.of(tags, drop.getOpenedAt().toEpochMilli() / 1e3));
        snapshot.part(Hospitals.class)
                .line(SeriesKey.of(drop))
                .map(series -> series.over(hospitals.date(drop.getHospital(), snapshot.now()), RecentDays.SHORT))
                .flatMap(reading -> reading.shown())
                .ifPresent(shown -> {
                    rows.ratios.add(MultiGauge.Row.of(tags, shown.figures().score()));
                    rows.answers.add(MultiGauge.Row.of(tags, shown.answers()));
                });
        Optional<SharedFall> others = SharedFalls.of(
                drop, snapshot, hospitals.byCode(drop.getHospital()).zone());
        rows.verdicts.add(MultiGauge.Row.of(
                tags.and("verdict", SharedFalls.verdict(others).name()), 1));
        others.ifPresent(fall -> {
            rows.moved.add(MultiGauge.Row.of(tags, fall.moved()));
            rows.beyond.add(MultiGauge.Row.of(tags, fall.beyond()));
        });
    }

    private static final class Rows {

        private final List<MultiGauge.Row<?>> usual = new ArrayList<>();
        private final List<MultiGauge.Row<?>> lowest = new ArrayList<>();
        private final List<MultiGauge.Row<?>> flagged = new ArrayList<>();
        private final List<MultiGauge.Row<?>> ratios = new ArrayList<>();
        private final List<MultiGauge.Row<?>> answers = new ArrayList<>();
        private final List<MultiGauge.Row<?>> verdicts = new ArrayList<>();
        private final List<MultiGauge.Row<?>> moved = new ArrayList<>();
        private final List<MultiGauge.Row<?>> beyond = new ArrayList<>();
    }
}
