package heed.topology.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.processor.internals.RecordCollector;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Holds a {@link HeapState} and, when Kafka Streams commits, lets the step emit what changed and writes the changed
 * rows to the changelog, all within the commit's transaction.
 *
 * <p>Stands on Kafka's internal hook for caching stores: {@code flushCache} is called by every commit before the
 * producer is flushed. This is the only class that touches internal interfaces; {@code WriteBehindStoreTest} fails if
 * an upgrade stops calling it, or sends what it is given elsewhere. After an unclean end the state is rebuilt from the
 * whole changelog.
 *
 * @param <S> the state held
 */
public final class WriteBehindStore<S extends HeapState>
        implements StateStore, CachedStateStore<byte[], byte[]>, StateSize.Sized {

    private final String name;
    private final Supplier<S> newState;
    private final List<Emission> emissions = new ArrayList<>();
    private final Serializer<byte[]> bytes = new ByteArraySerializer();
    /** What every record has alike: a producer copies it. */
    private final RecordHeaders none = new RecordHeaders();

    private InternalProcessorContext<?, ?> context;
    private S state;
    private volatile RowSample rows = new RowSample();
    private boolean open;

    WriteBehindStore(String name, Supplier<S> newState) {
        this.name = name;
        this.newState = newState;
    }

    /** Returns the state; a processor asks at each {@code init}, since a task that is revived starts with a new one. */
    public S state() {
        return state;
    }

    /**
     * Has {@code emit} called at each commit, before the changed rows are written, as if from {@code processor}'s node.
     */
    public void emitAtCommit(ProcessingContext processor, Runnable emit) {
        emissions.add(new Emission(((InternalProcessorContext<?, ?>) processor).currentNode(), emit));
    }

    /** Has what the next commit would emit emitted now, for a step that must find the state as it will be then. */
    public void emitNow() {
        emissions.forEach(this::emit);
    }

    @Override
    public void init(StateStoreContext storeContext, StateStore root) {
        context = (InternalProcessorContext<?, ?>) storeContext;
        state = newState.get();
        emissions.clear();
        RowSample restored = new RowSample();
        rows = restored;
        storeContext.register(root, (key, value) -> {
            state.restore(key, value);
            restored.note(key, value);
        });
        open = true;
    }

    @Override
    public void flushCache() {
        emitNow();
        long timestampMs = Math.max(0, context.currentStreamTimeMs());
        Position nowhere = Position.emptyPosition();
        state.writeChanges((key, value) -> {
            rows.note(key, value);
            context.logChange(name, Bytes.wrap(key), value, timestampMs, none, nowhere);
        });
    }

    /**
     * Sends a record as a sink would that takes bytes; only while changes are emitted. For what is said by the hundred
     * thousand a commit: what nodes pass on takes five objects a record more.
     *
     * @param sink name of the node of the topic, which errors name
     */
    @SuppressWarnings("unchecked") // what a context forwards is not asked for here
    public void send(String topic, String sink, byte[] key, byte @Nullable [] value, long timestampMs) {
        ((RecordCollector.Supplier) context)
                .recordCollector()
                .send(topic, key, value, none, null, timestampMs, bytes, bytes, sink, (InternalProcessorContext<
                                Void, Void>)
                        context);
    }

    @Override
    public StateSize size() {
        return rows.size();
    }

    private void emit(Emission emission) {
        ProcessorNode<?, ?, ?, ?> node = context.currentNode();
        ProcessorRecordContext record = context.recordContext();
        context.setCurrentNode(emission.node());
        context.setRecordContext(new ProcessorRecordContext(0, -1, -1, null, new RecordHeaders()));
        try {
            emission.emit().run();
        } finally {
            context.setCurrentNode(node);
            context.setRecordContext(record);
        }
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<byte[], byte[]> listener, boolean sendOldValues) {
        return false;
    }

    /**
     * Forgets who emits. Called when a task is closed uncleanly, where init makes a new state before it is used again;
     * and when it becomes a standby or ceases to be one: its state goes on then, without init, and its processors,
     * which are made anew, say once more who emits.
     */
    @Override
    public void clearCache() {
        emissions.clear();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void commit(Map<TopicPartition, Long> offsets) {
        // Everything was written by flushCache, which comes first.
    }

    @Override
    public void close() {
        open = false;
    }

    /**
     * Claims to be on disk, with offsets of its own of which it remembers none: so it is restored from the beginning,
     * but Kafka Streams keeps its process id, and with it the names of its transactions, in the state directory. After
     * a kill the same names end the open transaction at once; new ones would leave it to its timeout, and readers
     * waiting.
     */
    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    @SuppressWarnings("deprecation") // the only way to say so in this release
    public boolean managesOffsets() {
        return true;
    }

    @Override
    public @Nullable Long committedOffset(TopicPartition changelog) {
        return null;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private record Emission(ProcessorNode<?, ?, ?, ?> node, Runnable emit) {}
}
