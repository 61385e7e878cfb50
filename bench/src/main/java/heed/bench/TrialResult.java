package heed.bench;

/**
 * What one contender came to in one round: of the whole run, from the start of its process until the last response is
 * committed, where nothing else is said.
 *
 * @param contender who
 * @param check whether its totals were as expected; else nothing of it counts
 * @param cpuMicros CPU microseconds of its process a response, collection and compilation too
 * @param brokerCpuMicros CPU microseconds of the broker's process a response
 * @param perSecond responses a second
 * @param latencies from sending to visible, at a steady rate
 * @param residentBytes memory of its process at the end
 * @param stateBytes heap left after a collection, and files of its state directory
 * @param records written to the broker a response
 * @param bytes written to the broker a response, as compressed
 * @param allocated bytes that its threads allocated a response
 * @param halfCpuMicros CPU microseconds of its process a response of the second half of the input; NaN where it had
 *     committed so much at once that less than a quarter of the input was left
 * @param restoreMillis from the start of a new process without files to the first new committed record; NaN where it
 *     was not measured, or took too long
 */
record TrialResult(
        Contender contender,
        Check check,
        double cpuMicros,
        double brokerCpuMicros,
        double perSecond,
        Latencies latencies,
        double residentBytes,
        double stateBytes,
        double records,
        double bytes,
        double allocated,
        double halfCpuMicros,
        double restoreMillis) {

    /** Says what it came to in a round, in a line. */
    String text(int round) {
        String line = "round %d  %-16s %6.1f us  %,7.0f/s  %s"
                .formatted(round, contender.id(), cpuMicros, perSecond, check.text());
        return contender.restores() && Double.isNaN(restoreMillis)
                ? line
                        + "; nothing new was committed within %d s of a restart, so its restore is not measured"
                                .formatted(LatencyProbe.PATIENCE.toSeconds())
                : line;
    }
}
