package heed.topology.step;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Passes on what one node says to every step that is joined to it, in the order in which they were.
 *
 * @param <V> what is passed on
 */
public final class Port<V> {

    private final String node;
    private final List<String> joined = new ArrayList<>();

    /** Passes on what the node of that name says. */
    public Port(String node) {
        this.node = node;
    }

    String node() {
        return node;
    }

    /** Lets a step hear; before the topology runs. */
    void join(String step) {
        joined.add(step);
    }

    /** Tells every step that is joined; {@code context} is that of this port's node. */
    public <K> void pass(ProcessorContext<? super K, ? super V> context, Record<K, V> record) {
        for (int i = 0; i < joined.size(); i++) {
            context.forward(record, joined.get(i));
        }
    }
}
