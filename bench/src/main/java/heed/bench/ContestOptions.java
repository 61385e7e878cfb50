package heed.bench;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Says how each contender is measured.
 *
 * @param threads that it may use
 * @param rate responses a second while times to visible are measured
 * @param latencySeconds how long they are; 0 for not at all
 * @param flink directory of Flink's libraries; null where it is not measured
 */
record ContestOptions(int threads, int rate, int latencySeconds, @Nullable Path flink) {}
