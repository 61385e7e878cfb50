package heed.topology.movement;

import heed.schemas.Movement;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import heed.topology.step.Outlet;
import heed.topology.step.Step;
import heed.topology.store.WriteBehindStoreBuilder;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.StoreBuilder;

/** The step that finds how all hospitals move together; it takes their days, as received. */
final class MovementStep implements Step<byte[]> {

    static final Outlet<String, Movement> MOVEMENTS = Outlet.to("movements-sink", Topics.MOVEMENTS);
    static final Outlet<byte[], byte[]> REJECTED = Outlet.asReceived("rejected-days-sink", Topics.REJECTED);

    private final int minimum;
    private final TopicSerdes serdes;
    private final WriteBehindStoreBuilder<MovementState> dayStore;

    MovementStep(int minimum, TopicSerdes serdes) {
        this.minimum = minimum;
        this.serdes = serdes;
        this.dayStore = new WriteBehindStoreBuilder<>("movement-days", () -> new MovementState(minimum));
    }

    @Override
    public String name() {
        return "movement-weeks";
    }

    @Override
    public List<Outlet<?, ?>> outlets() {
        return List.of(MOVEMENTS, REJECTED);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(dayStore);
    }

    @Override
    public Processor<byte[], byte[], Object, Object> get() {
        return new MovementProcessor(minimum, serdes.of(Topics.DAYS).deserializer(), dayStore);
    }
}
