package heed.monitoring.meters;

import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Silences;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Drop;
import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Questionnaires;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Exposes what alerts say beside figures: where people reach the page, and of what is open the hospital's name, the
 * measure's title and the unit. Bounded as what it is about, a series each.
 */
final class AlertMeters {

    private final ReadModel model;
    private final HospitalDirectory hospitals;
    private final Map<String, String> titles;
    private final MultiGauge drops;
    private final MultiGauge silences;
    private final int most;

    AlertMeters(
            PrometheusMeterRegistry registry,
            ReadModel model,
            HospitalDirectory hospitals,
            Questionnaires questionnaires,
            int most) {
        this.most = most;
        this.model = model;
        this.hospitals = hospitals;
        this.titles = questionnaires.all().stream()
                .flatMap(each -> each.measures().stream())
                .collect(Collectors.toUnmodifiableMap(Measure::name, Measure::title, (one, other) -> one));
        this.drops = MeterNames.DROP_INFO.family(registry);
        this.silences = MeterNames.SILENCE_INFO.family(registry);
    }

    void refresh() {
        Snapshot snapshot = model.snapshot();
        drops.register(
                rows(
                        snapshot.part(Drops.class).largestOpen().values().stream()
                                .sorted(DropMeters.ORDER)
                                .toList(),
                        this::tags),
                true);
        silences.register(
                rows(
                        snapshot.part(Silences.class).latest().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(Map.Entry::getValue)
                                .filter(silence -> silence.getState() == SilenceState.OPEN)
                                .toList(),
                        this::tags),
                true);
    }

    private <T> List<MultiGauge.Row<?>> rows(List<T> open, Function<T, Tags> tags) {
        return open.stream()
                .limit(most)
                .<MultiGauge.Row<?>>map(each -> MultiGauge.Row.of(tags.apply(each), 1))
                .toList();
    }

    private Tags tags(Drop drop) {
        return Tags.of(
                "hospital", drop.getHospital(),
                "measure", drop.getMeasure(),
                "unit", Objects.toString(drop.getUnit(), ""),
                "hospital_name", hospitals.byCode(drop.getHospital()).name(),
                "measure_title", titles.getOrDefault(drop.getMeasure(), drop.getMeasure()));
    }

    private Tags tags(Silence silence) {
        return Tags.of(
                "hospital", silence.getHospital(),
                "unit", Objects.toString(silence.getUnit(), ""),
                "hospital_name", hospitals.byCode(silence.getHospital()).name());
    }
}
