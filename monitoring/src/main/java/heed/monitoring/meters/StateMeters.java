package heed.monitoring.meters;

import heed.monitoring.pipeline.StateSource;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Exposes how large the state of each step is. Bounded: two series a store. */
final class StateMeters {

    private final StateSource source;
    private final MultiGauge rows;
    private final MultiGauge bytes;

    StateMeters(PrometheusMeterRegistry registry, StateSource source) {
        this.source = source;
        this.rows = MeterNames.STATE_ROWS.family(registry);
        this.bytes = MeterNames.STATE_BYTES.family(registry);
    }

    void refresh() {
        Map<String, StateSource.Size> now = new TreeMap<>(source.current());
        show(rows, now, StateSource.Size::rows);
        show(bytes, now, StateSource.Size::bytes);
    }

    private static void show(
            MultiGauge gauge, Map<String, StateSource.Size> now, ToLongFunction<StateSource.Size> figure) {
        gauge.register(
                now.entrySet().stream()
                        .<MultiGauge.Row<?>>map(each ->
                                MultiGauge.Row.of(Tags.of("store", each.getKey()), figure.applyAsLong(each.getValue())))
                        .toList(),
                true);
    }
}
