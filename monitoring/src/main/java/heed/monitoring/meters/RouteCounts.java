package heed.monitoring.meters;

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
        BooleanSupplier failing) {}
