package heed.app.server.pipeline;

import heed.monitoring.pipeline.StateSource;
import heed.topology.store.StateSize;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.internals.StateStoreProvider;

/** Asks Kafka Streams for the stores of the tasks that this instance has, and these how large they are. */
final class StateView implements StateSource {

    private final KafkaStreams streams;
    private final Set<String> stores;

    StateView(KafkaStreams streams, Topology topology) {
        this.streams = streams;
        this.stores = names(topology);
    }

    private static Set<String> names(Topology topology) {
        Set<String> names = new HashSet<>();
        for (TopologyDescription.Subtopology part : topology.describe().subtopologies()) {
            for (TopologyDescription.Node node : part.nodes()) {
                if (node instanceof TopologyDescription.Processor processor) {
                    names.addAll(processor.stores());
                }
            }
        }
        return Set.copyOf(names);
    }

    /** A store that is on its way to or from here is left out. */
    @Override
    public Map<String, Size> current() {
        Map<String, Size> sizes = new HashMap<>();
        stores.forEach(store -> size(store).ifPresent(size -> sizes.put(store, new Size(size.rows(), size.bytes()))));
        return sizes;
    }

    private Optional<StateSize> size(String store) {
        try {
            return Optional.of(streams.store(StoreQueryParameters.fromNameAndType(store, new Sizes()))
                    .size());
        } catch (InvalidStateStoreException e) {
            return Optional.empty();
        }
    }

    /** All partitions of a store together. */
    private static final class Sizes implements QueryableStoreType<StateSize.Sized> {

        @Override
        public boolean accepts(StateStore store) {
            return store instanceof StateSize.Sized;
        }

        @Override
        public StateSize.Sized create(StateStoreProvider provider, String store) {
            return () -> provider.stores(store, this).stream()
                    .map(StateSize.Sized::size)
                    .reduce(StateSize.NOTHING, StateSize::plus);
        }
    }
}
