package heed.app.settings;

import heed.schemas.registry.CachingSchemaRegistry;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.registry.RegistryAccess;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.serde.ConfluentSerdes;
import heed.schemas.serde.TopicSerdes;
import java.net.URI;
import java.time.Clock;

/** Names who writes and reads the Avro wire format. */
public enum SerdesKind {
    /** Our own thin serde. */
    HEED {
        @Override
        public TopicSerdes serdes(URI url, RegistryAccess access, SchemaRegistry registry) {
            return new AvroSerdes(registry);
        }
    },
    /** Confluent's classes, where they are on the class path. */
    CONFLUENT {
        @Override
        public TopicSerdes serdes(URI url, RegistryAccess access, SchemaRegistry registry) {
            return new ConfluentSerdes(url.toString(), access.confluent());
        }
    };

    /**
     * Returns serdes for the registry at {@code url}, which {@code registry} is a client of, as {@code access} says.
     */
    public abstract TopicSerdes serdes(URI url, RegistryAccess access, SchemaRegistry registry);

    /** Returns serdes for the registry at {@code url}. */
    public TopicSerdes serdes(URI url, RegistryAccess access, Clock clock) {
        return serdes(url, access, new CachingSchemaRegistry(HttpSchemaRegistry.at(url, access), clock));
    }
}
