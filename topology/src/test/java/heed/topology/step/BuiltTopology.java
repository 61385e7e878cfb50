package heed.topology.step;

import heed.topology.store.WriteBehindStore;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.internals.InternalTopologyBuilder;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorTopology;

/** Makes what Kafka Streams makes of a topology for each of its tasks. */
public final class BuiltTopology {

    private final InternalTopologyBuilder builder;

    public BuiltTopology(Topology topology) throws ReflectiveOperationException {
        builder = (InternalTopologyBuilder) read(Topology.class, "internalTopologyBuilder", topology);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "heed-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        builder.rewriteTopology(new StreamsConfig(properties));
    }

    /** Returns the processors and the states of a task that has all steps. */
    public List<Object> partsOfATask() throws ReflectiveOperationException {
        ProcessorTopology built = builder.buildTopology();
        List<Object> parts = new ArrayList<>();
        for (ProcessorNode<?, ?, ?, ?> node : built.processors()) {
            Object processor = read(ProcessorNode.class, "processor", node);
            if (processor != null) {
                parts.add(processor);
            }
        }
        for (StateStore store : built.stateStores()) {
            if (store instanceof WriteBehindStore<?>) {
                parts.add(((Supplier<?>) read(WriteBehindStore.class, "newState", store)).get());
            }
        }
        return parts;
    }

    private static Object read(Class<?> type, String name, Object of) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }
}
