package heed.bench;

/**
 * Says how each contender is measured.
 *
 * @param threads that it may use
 * @param rate responses a second while times to visible are measured
 * @param latencySeconds how long they are; 0 for not at all
 */
record ContestOptions(int threads, int rate, int latencySeconds) {}
