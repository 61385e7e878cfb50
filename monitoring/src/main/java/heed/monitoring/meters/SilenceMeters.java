package heed.monitoring.meters;

import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Silences;
import heed.schemas.Silence;
import heed.schemas.SilenceState;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Exposes which hospitals and units have gone quiet, and since when. What has never been quiet has no series. Bounded:
 * at most so many as it is given, those that are quiet before those that were, two series each; how many that are quiet
 * find no room is counted.
 */
final class SilenceMeters {

    private final ReadModel model;
    private final MultiGauge open;
    private final MultiGauge since;
    private final int most;
    private volatile long leftOut;

    SilenceMeters(PrometheusMeterRegistry registry, ReadModel model, int most) {
        this.most = most;
        this.model = model;
        this.open = MeterNames.SILENCE_OPEN.family(registry);
        this.since = MeterNames.SILENCE_SINCE.family(registry);
        MeterNames.SILENCES_LEFT_OUT.gauge(registry, this, each -> each.leftOut);
    }

    void refresh() {
        List<MultiGauge.Row<?>> states = new ArrayList<>();
        List<MultiGauge.Row<?>> beginnings = new ArrayList<>();
        var all = model.snapshot().part(Silences.class).latest();
        leftOut =
                Math.max(0, all.values().stream().filter(SilenceMeters::isOpen).count() - most);
        all.entrySet().stream()
                .sorted(Map.Entry.<String, Silence>comparingByValue(Comparator.comparing(silence -> !isOpen(silence)))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getValue)
                .forEach(silence -> {
                    boolean lasts = isOpen(silence);
                    states.add(MultiGauge.Row.of(tags(silence), lasts ? 1 : 0));
                    if (lasts) {
                        double began = silence.getLastResponse().toEpochMilli() / 1000.0;
                        beginnings.add(MultiGauge.Row.of(tags(silence), began));
                    }
                });
        open.register(states, true);
        since.register(beginnings, true);
    }

    private static boolean isOpen(Silence silence) {
        return silence.getState() == SilenceState.OPEN;
    }

    private static Tags tags(Silence silence) {
        return Tags.of("hospital", silence.getHospital(), "unit", Objects.toString(silence.getUnit(), ""));
    }
}
