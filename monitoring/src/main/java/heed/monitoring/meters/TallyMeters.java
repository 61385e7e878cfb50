package heed.monitoring.meters;

import heed.monitoring.pipeline.TallySource;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Exposes the tallies of the partitions owned now. A partition that moves away takes its meters with it, so that the
 * sum over instances stays right; one that comes back starts again, which Prometheus reads as a counter's restart.
 */
final class TallyMeters {

    private final PrometheusMeterRegistry registry;
    private final TallySource source;
    private final Map<Integer, Partition> partitions = new HashMap<>();

    TallyMeters(PrometheusMeterRegistry registry, TallySource source) {
        this.registry = registry;
        this.source = source;
    }

    void refresh() {
        Map<Integer, TallySource.Tally> owned = source.owned();
        Set<Integer> gone = new HashSet<>(partitions.keySet());
        gone.removeAll(owned.keySet());
        gone.forEach(partition -> Objects.requireNonNull(partitions.remove(partition), "gone is what was here")
                .remove());
        owned.forEach((partition, tally) ->
                partitions.computeIfAbsent(partition, Partition::new).show(tally));
    }

    /** One partition's counters, which all read the tally last shown: a scrape's sums belong together. */
    private final class Partition {

        private final String number;
        private final Set<Meter> meters = new HashSet<>();
        private final Set<String> reasons = new HashSet<>();
        private volatile TallySource.Tally latest = new TallySource.Tally(0, 0, 0, 0, 0, 0, Map.of());

        Partition(int number) {
            this.number = Integer.toString(number);
            counter(MeterNames.RESPONSES_IN, tally -> tally.in());
            counter(MeterNames.RESPONSES_COUNTED, tally -> tally.counted());
            counter(MeterNames.RESPONSES_DUPLICATE, tally -> tally.duplicate());
            counter(MeterNames.RESPONSES_CONFLICT, tally -> tally.conflict());
            counter(MeterNames.RESPONSES_CORRECTED, tally -> tally.corrected());
            counter(MeterNames.RESPONSES_WITHDRAWN, tally -> tally.withdrawn());
        }

        private void counter(MeterNames name, ToDoubleFunction<TallySource.Tally> value) {
            meters.add(name.counter(registry, this, each -> value.applyAsDouble(each.latest), "partition", number));
        }

        void show(TallySource.Tally tally) {
            latest = tally;
            for (String reason : tally.rejected().keySet()) {
                if (reasons.add(reason)) {
                    meters.add(MeterNames.RESPONSES_REJECTED.counter(
                            registry,
                            this,
                            each -> each.latest.rejected().getOrDefault(reason, 0L),
                            "partition",
                            number,
                            "reason",
                            reason));
                }
            }
        }

        void remove() {
            meters.forEach(registry::remove);
        }
    }
}
