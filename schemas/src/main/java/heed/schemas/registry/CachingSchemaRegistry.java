package heed.schemas.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;

/**
 * Remembers what a registry answered, so that it is asked once an id and may go away afterwards.
 *
 * <p>What an id means never changes and is kept for ever. That an id is unknown can change, and a faulty writer may
 * send many: such answers are kept for a minute, the newest thousand of them.
 */
public final class CachingSchemaRegistry implements SchemaRegistry {

    static final Duration UNKNOWN_FOR = Duration.ofSeconds(60);
    static final int MOST_UNKNOWN = 1_000;

    private final SchemaRegistry registry;
    private final Clock clock;
    private final ConcurrentMap<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final ConcurrentMap<Registered, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Unknown> unknown = new LinkedHashMap<>();

    public CachingSchemaRegistry(SchemaRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public int register(String subject, Schema schema) {
        Registered key = new Registered(subject, schema);
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        int id = registry.register(subject, schema);
        ids.put(key, id);
        schemas.putIfAbsent(id, schema);
        return id;
    }

    @Override
    public Schema byId(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        throwIfUnknown(id);
        try {
            Schema schema = registry.byId(id);
            schemas.put(id, schema);
            return schema;
        } catch (UnknownSchemaException e) {
            remember(id, e);
            throw e;
        }
    }

    private void throwIfUnknown(int id) {
        synchronized (unknown) {
            Unknown answer = unknown.get(id);
            if (answer == null) {
                return;
            }
            if (clock.instant().isBefore(answer.until())) {
                throw answer.exception();
            }
            unknown.remove(id);
        }
    }

    private void remember(int id, UnknownSchemaException e) {
        synchronized (unknown) {
            unknown.remove(id);
            unknown.put(id, new Unknown(e, clock.instant().plus(UNKNOWN_FOR)));
            if (unknown.size() > MOST_UNKNOWN) {
                unknown.remove(unknown.keySet().iterator().next());
            }
        }
    }

    private record Registered(String subject, Schema schema) {}

    private record Unknown(UnknownSchemaException exception, Instant until) {}
}
