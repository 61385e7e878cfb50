package heed.bench;

/**
 * What a contender has used up to a moment.
 *
 * @param read records of the input that it has committed
 * @param cpuNanos CPU time of its process
 * @param brokerCpuNanos CPU time of the broker's process
 * @param wallNanos time on the clock
 * @param allocated bytes that its threads have allocated
 * @param written what the broker holds
 */
record Moment(long read, long cpuNanos, long brokerCpuNanos, long wallNanos, long allocated, TopicSizes written) {}
