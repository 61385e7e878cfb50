package heed.topology.step;

import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/** Joins steps into a topology. */
public final class Assembly {

    private final Topology topology = new Topology();
    private final TopicSerdes serdes;
    private final Map<Outlet<?, ?>, List<String>> writers = new LinkedHashMap<>();

    /** Writes topics with {@code serdes}. */
    public Assembly(TopicSerdes serdes) {
        this.serdes = serdes;
    }

    /** Reads a topic from its beginning, as received and by arrival time, through the node of that name. */
    public Port<byte[]> read(String node, Topic<?> topic) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                node,
                new ArrivalTime(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic.name());
        return new Port<>(node);
    }

    /** Adds a step that takes what {@code from} pass on, and returns it. */
    @SafeVarargs
    public final <V, S extends Step<V>> S add(S step, Port<? extends V>... from) {
        List<String> parents = new ArrayList<>();
        for (Port<? extends V> port : from) {
            port.join(step.name());
            parents.add(port.node());
        }
        topology.addProcessor(step.name(), step, parents.toArray(String[]::new));
        step.outlets().forEach(outlet -> writers.computeIfAbsent(outlet, each -> new ArrayList<>())
                .add(step.name()));
        return step;
    }

    /** Returns the topology of all steps, with a node for each topic that any of them writes. */
    public Topology topology() {
        writers.forEach((outlet, steps) -> outlet.addTo(topology, serdes, steps.toArray(String[]::new)));
        writers.clear();
        return topology;
    }
}
