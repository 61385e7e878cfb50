package heed.monitoring.meters;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** What a route of the notifier counts. */
public record RouteCounts(
        LongSupplier told,
        LongSupplier refused,
        LongSupplier failed,
        LongSupplier undrawn,
        IntSupplier waiting,
        BooleanSupplier failing) {

    /** Exposes them as a route's. */
    void bindTo(PrometheusMeterRegistry registry, String route) {
        MeterNames.NOTIFICATIONS_TOLD.counter(
                registry, this, each -> each.told().getAsLong(), "route", route);
        MeterNames.NOTIFICATIONS_REFUSED.counter(
                registry, this, each -> each.refused().getAsLong(), "route", route);
        MeterNames.NOTIFICATIONS_FAILED.counter(
                registry, this, each -> each.failed().getAsLong(), "route", route);
        MeterNames.NOTIFICATIONS_UNDRAWN.counter(
                registry, this, each -> each.undrawn().getAsLong(), "route", route);
        MeterNames.NOTIFICATIONS_WAITING.gauge(
                registry, this, each -> each.waiting().getAsInt(), "route", route);
        MeterNames.NOTIFICATIONS_FAILING.gauge(
                registry, this, each -> each.failing().getAsBoolean() ? 1 : 0, "route", route);
    }
}
