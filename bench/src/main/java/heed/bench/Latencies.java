package heed.bench;

import java.util.Arrays;

/**
 * Times from sending a response to seeing what it changed, as a reader of committed records sees it.
 *
 * @param millis in ascending order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Latencies(double[] millis) {

    static final Latencies NONE = new Latencies(new double[0]);

    static Latencies of(long[] nanos) {
        return new Latencies(
                Arrays.stream(nanos).sorted().mapToDouble(each -> each / 1e6).toArray());
    }

    /** Returns the time that a share of the responses did not exceed; NaN where nothing was measured. */
    double quantile(double share) {
        return millis.length == 0 ? Double.NaN : millis[(int) Math.ceil(share * millis.length) - 1];
    }
}
