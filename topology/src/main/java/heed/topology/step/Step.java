package heed.topology.step;

import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * Brings all that a step of the pipeline needs: its processor for each task, its {@link #stores} and the topics that it
 * writes.
 *
 * @param <V> what it takes
 */
public interface Step<V> extends ProcessorSupplier<byte[], V, Object, Object> {

    /** Returns the name of its node, {@code <step>-<what>}. */
    String name();

    /** Returns the topics that it writes. */
    List<Outlet<?, ?>> outlets();
}
