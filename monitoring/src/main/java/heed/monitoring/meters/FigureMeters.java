package heed.monitoring.meters;

import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.Rises;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Drop;
import heed.schemas.disclosure.Reading;
import heed.schemas.figures.SeverityScale;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.SeriesKey;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exposes current scores, drops, rises and freshness of whole hospitals. A score is the sum of the days that end with
 * the hospital's own date of the newest figure; once those hold nothing, or too little to show, score and answers are
 * absent, and the state says which of the two it is: the number of answers of a suppressed score is itself a small
 * number, so it is not exposed. Bounded: at most so many scores as it is given, the rest counted.
 */
final class FigureMeters {

    private final ReadModel model;
    private final HospitalDirectory hospitals;
    private final MultiGauge ratio;
    private final MultiGauge answers;
    private final MultiGauge state;
    private final MultiGauge windowEnd;
    private final MultiGauge dropsOpen;
    private final MultiGauge severity;
    private final MultiGauge risesOpen;
    private final MultiGauge lastResponse;
    private final int most;
    private volatile long leftOut;

    FigureMeters(PrometheusMeterRegistry registry, ReadModel model, HospitalDirectory hospitals, int most) {
        this.most = most;
        this.model = model;
        this.hospitals = hospitals;
        this.ratio = MeterNames.SCORE_RATIO.family(registry);
        this.answers = MeterNames.SCORE_ANSWERS.family(registry);
        this.state = MeterNames.SCORE_STATE.family(registry);
        this.windowEnd = MeterNames.SCORE_WINDOW_END.family(registry);
        this.dropsOpen = MeterNames.DROPS_OPEN.family(registry);
        this.severity = MeterNames.DROP_SEVERITY.family(registry);
        this.risesOpen = MeterNames.RISES_OPEN.family(registry);
        this.lastResponse = MeterNames.LAST_RESPONSE.family(registry);
        MeterNames.SCORES_LEFT_OUT.gauge(registry, this, each -> each.leftOut);
        MeterNames.AS_OF.gauge(registry, model, each -> seconds(each.snapshot().asOf()));
        MeterNames.FIGURES_CHANGED.gauge(
                registry, model, each -> seconds(each.snapshot().changedAt()));
    }

    private static double seconds(@Nullable Instant moment) {
        return moment == null ? 0 : moment.toEpochMilli() / 1000.0;
    }

    void refresh() {
        Snapshot snapshot = model.snapshot();
        Rows rows = new Rows(snapshot, hospitals, most);
        snapshot.part(Hospitals.class).byCode().values().stream()
                .sorted(Comparator.comparing(HospitalFigures::code))
                .forEach(rows::add);
        ratio.register(rows.ratios, true);
        answers.register(rows.answers, true);
        state.register(rows.states, true);
        windowEnd.register(rows.ends, true);
        dropsOpen.register(rows.drops, true);
        severity.register(rows.severities, true);
        risesOpen.register(rows.rises, true);
        lastResponse.register(rows.lastResponses, true);
        leftOut = rows.leftOut;
    }

    private static final class Rows {

        private final List<MultiGauge.Row<?>> ratios = new ArrayList<>();
        private final List<MultiGauge.Row<?>> answers = new ArrayList<>();
        private final List<MultiGauge.Row<?>> states = new ArrayList<>();
        private final List<MultiGauge.Row<?>> ends = new ArrayList<>();
        private final List<MultiGauge.Row<?>> drops = new ArrayList<>();
        private final List<MultiGauge.Row<?>> severities = new ArrayList<>();
        private final List<MultiGauge.Row<?>> rises = new ArrayList<>();
        private final List<MultiGauge.Row<?>> lastResponses = new ArrayList<>();
        private final Snapshot snapshot;
        private final HospitalDirectory directory;
        private final Map<SeriesKey, Drop> largestOpen;
        private final int most;
        private long leftOut;

        Rows(Snapshot snapshot, HospitalDirectory directory, int most) {
            this.most = most;
            this.snapshot = snapshot;
            this.directory = directory;
            this.largestOpen = snapshot.part(Drops.class).largestOpen();
        }

        void add(HospitalFigures hospital) {
            LocalDate today = directory.date(hospital.code(), snapshot.now());
            for (String measure : hospital.measures()) {
                if (drops.size() >= most) {
                    leftOut++;
                    continue;
                }
                Tags tags = Tags.of("hospital", hospital.code(), "measure", measure);
                addScore(hospital.whole(measure).orElseThrow(), today, tags);
                addDrops(hospital.code(), measure, tags);
                addRises(hospital.code(), measure, tags);
            }
            if (lastResponses.size() < most) {
                hospital.lastAnswer()
                        .ifPresent(at -> lastResponses.add(
                                MultiGauge.Row.of(Tags.of("hospital", hospital.code()), seconds(at))));
            }
        }

        private void addRises(String hospital, String measure, Tags tags) {
            boolean open = snapshot.part(Rises.class).open(hospital).stream()
                    .anyMatch(rise -> rise.getMeasure().equals(measure));
            rises.add(MultiGauge.Row.of(tags, open ? 1 : 0));
        }

        private void addScore(Series series, LocalDate today, Tags tags) {
            Reading reading = series.over(today, RecentDays.SCORE);
            states.add(MultiGauge.Row.of(tags, state(reading)));
            reading.shown().ifPresent(score -> {
                ratios.add(MultiGauge.Row.of(tags, score.figures().score()));
                answers.add(MultiGauge.Row.of(tags, score.answers()));
                series.endOfNewestDay(today).ifPresent(end -> ends.add(MultiGauge.Row.of(tags, seconds(end))));
            });
        }

        private void addDrops(String hospital, String measure, Tags tags) {
            Optional<Drop> worst = Optional.ofNullable(largestOpen.get(new SeriesKey(hospital, null, measure)));
            drops.add(MultiGauge.Row.of(tags, worst.isPresent() ? 1 : 0));
            severities.add(MultiGauge.Row.of(
                    tags,
                    worst.map(drop -> SeverityScale.number(drop.getSeverity())).orElse(0)));
        }
    }

    private static int state(Reading reading) {
        if (reading instanceof Reading.Shown) {
            return 2;
        }
        return reading instanceof Reading.NoResponses ? 0 : 1;
    }
}
