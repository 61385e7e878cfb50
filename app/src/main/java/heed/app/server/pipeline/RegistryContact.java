package heed.app.server.pipeline;

import heed.monitoring.pipeline.PipelineParts;
import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.registry.SchemaRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Notes when a schema registry last answered and when it last failed to, for the page of the pipeline. */
public final class RegistryContact implements SchemaRegistry {

    private final SchemaRegistry registry;
    private final Clock clock;
    private volatile @Nullable Instant answered;
    private volatile @Nullable Instant failed;

    public RegistryContact(SchemaRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public int register(String subject, Schema schema) {
        return note(() -> registry.register(subject, schema));
    }

    @Override
    public Schema byId(int id) {
        return note(() -> registry.byId(id));
    }

    /** Says of a call when it was answered; a refusal is an answer too. */
    private <T> T note(Supplier<T> call) {
        try {
            T result = call.get();
            answered = clock.instant();
            return result;
        } catch (RegistryUnavailableException e) {
            failed = clock.instant();
            throw e;
        } catch (RuntimeException e) {
            answered = clock.instant();
            throw e;
        }
    }

    /** Returns when it was last heard of. */
    PipelineParts.Registry last() {
        return new PipelineParts.Registry(Optional.ofNullable(answered), Optional.ofNullable(failed));
    }
}
