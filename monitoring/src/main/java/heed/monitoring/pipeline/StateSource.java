package heed.monitoring.pipeline;

import java.util.Map;

/** Says how large the state of each step is; whoever runs the pipeline implements this. Must not block. */
@FunctionalInterface
public interface StateSource {

    /** Returns the sizes of what this instance holds now, by store. */
    Map<String, Size> current();

    /**
     * The size of a store, of all its partitions here together.
     *
     * @param rows rows that there are
     * @param bytes bytes of these rows as the changelog has them
     */
    record Size(long rows, long bytes) {}
}
