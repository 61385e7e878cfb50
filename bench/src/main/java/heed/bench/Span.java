package heed.bench;

/**
 * What some records cost.
 *
 * @param records how many
 * @param cpuNanos CPU time of the process
 * @param wallNanos time on the clock
 */
record Span(long records, long cpuNanos, long wallNanos) {

    double microsPerRecord() {
        return cpuNanos / 1e3 / records;
    }

    double perSecond() {
        return records / (wallNanos / 1e9);
    }

    @Override
    public String toString() {
        return "%.2f CPU us/response, %,.0f responses/s".formatted(microsPerRecord(), perSecond());
    }
}
