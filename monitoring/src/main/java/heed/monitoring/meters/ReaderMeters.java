package heed.monitoring.meters;

import heed.monitoring.readmodel.ReadModel;
import heed.schemas.reader.ReaderStatus;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;

/** Exposes how fresh what the page reads is, and how its reader stands. */
final class ReaderMeters {

    /** Five seconds is what the freshness objective allows; the rest shows how far from it a score came. */
    private static final double[] FRESHNESS_BUCKETS = {.25, .5, 1, 2, 5, 10, 30, 60, 300, 3_600};

    private ReaderMeters() {}

    static void bind(PrometheusMeterRegistry registry, ReadModel model, Supplier<ReaderStatus> reader) {
        DistributionSummary freshness = MeterNames.FRESHNESS.histogram(registry, FRESHNESS_BUCKETS);
        model.onPublished(delay -> freshness.record(delay.toNanos() / 1e9));
        MeterNames.READER_LAG.gauge(registry, reader, each -> each.get().lag());
        MeterNames.READER_UNREADABLE.counter(
                registry, reader, each -> each.get().unreadable());
        MeterNames.READER_FOLLOWING.gauge(
                registry, reader, each -> each.get().phase() == ReaderStatus.Phase.FOLLOWING ? 1 : 0);
    }
}
