package heed.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Lists what is told of a contender: the median of its rounds. */
@SuppressWarnings("ImmutableEnumChecker") // a function that keeps nothing
enum Figure {
    CPU("CPU us a response", "%.1f", TrialResult::cpuMicros),
    BROKER_CPU("broker's CPU us", "%.1f", TrialResult::brokerCpuMicros),
    PER_SECOND("responses/s", "%,.0f", TrialResult::perSecond),
    P50("p50 ms", "%.0f", result -> result.latencies().quantile(.5)),
    P99("p99 ms", "%.0f", result -> result.latencies().quantile(.99)),
    P999("p99.9 ms", "%.0f", result -> result.latencies().quantile(.999)),
    RESIDENT("RSS MiB", "%,.0f", result -> result.residentBytes() / (1 << 20)),
    STATE("state MiB", "%,.0f", result -> result.stateBytes() / (1 << 20)),
    RECORDS("records written", "%.2f", TrialResult::records),
    BYTES("bytes written", "%,.0f", TrialResult::bytes),
    ALLOCATED("bytes allocated", "%,.0f", TrialResult::allocated),
    HALF_CPU("CPU us, second half", "%.1f", TrialResult::halfCpuMicros),
    RESTORE("restore s", "%.1f", result -> result.restoreMillis() / 1e3);

    private final String title;
    private final String format;
    private final ToDoubleFunction<TrialResult> of;

    Figure(String title, String format, ToDoubleFunction<TrialResult> of) {
        this.title = title;
        this.format = format;
        this.of = of;
    }

    /** Says what it is and of what unit; what is written and allocated is of one response. */
    String title() {
        return title;
    }

    /** Returns the name that results call it by. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    double of(TrialResult result) {
        return of.applyAsDouble(result);
    }

    /** Returns the median; NaN where a round did not measure it. */
    double median(List<TrialResult> rounds) {
        double[] sorted = rounds.stream().mapToDouble(this::of).sorted().toArray();
        if (Double.isNaN(sorted[sorted.length - 1])) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Writes a value as a cell of a table. */
    String text(double value) {
        return Double.isNaN(value) ? "" : format.formatted(value);
    }
}
