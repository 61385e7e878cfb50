package heed.topology.watch;

import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import heed.topology.reject.Rejections;
import heed.topology.step.Outlet;
import heed.topology.step.Step;
import heed.topology.store.WriteBehindStoreBuilder;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The step that takes what people did about drops and rises.
 *
 * <p>Shares the store of the watch, which applies the acts: both run in the task of the hospital's partition.
 */
final class ActStep implements Step<byte[]> {

    private final TopicSerdes serdes;
    private final WriteBehindStoreBuilder<WatchedMeasures> measureStore;

    ActStep(TopicSerdes serdes, WriteBehindStoreBuilder<WatchedMeasures> measureStore) {
        this.serdes = serdes;
        this.measureStore = measureStore;
    }

    @Override
    public String name() {
        return "act-admit";
    }

    @Override
    public List<Outlet<?, ?>> outlets() {
        return List.of(Rejections.OUTLET);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(measureStore);
    }

    @Override
    public Processor<byte[], byte[], Object, Object> get() {
        return new ActProcessor(serdes.of(Topics.ACTIONS).deserializer(), measureStore);
    }
}
