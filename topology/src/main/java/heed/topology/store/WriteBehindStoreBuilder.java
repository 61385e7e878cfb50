package heed.topology.store;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Builds {@link WriteBehindStore}s, always with a changelog.
 *
 * @param <S> the state held
 */
public final class WriteBehindStoreBuilder<S extends HeapState> implements StoreBuilder<WriteBehindStore<S>> {

    private final String name;
    private final Supplier<S> newState;

    /** Names the store; {@code newState} makes the empty state of one partition. */
    public WriteBehindStoreBuilder(String name, Supplier<S> newState) {
        this.name = name;
        this.newState = newState;
    }

    /** Returns the store of the task whose step's {@code context} it is; the step must have brought this builder. */
    public WriteBehindStore<S> in(ProcessingContext context) {
        return context.getStateStore(name);
    }

    @Override
    public WriteBehindStore<S> build() {
        return new WriteBehindStore<>(name, newState);
    }

    @Override
    public StoreBuilder<WriteBehindStore<S>> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<WriteBehindStore<S>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<WriteBehindStore<S>> withLoggingEnabled(Map<String, String> config) {
        return this;
    }

    @Override
    public StoreBuilder<WriteBehindStore<S>> withLoggingDisabled() {
        throw new IllegalArgumentException(
                "store " + name + " lives only in its changelog: logging cannot be disabled");
    }

    /** Bounds how much of dead rows a restore reads: compaction starts at a tenth, segments roll at 64 MiB. */
    @Override
    public Map<String, String> logConfig() {
        return Map.of("min.cleanable.dirty.ratio", "0.1", "segment.bytes", "67108864");
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public String name() {
        return name;
    }
}
