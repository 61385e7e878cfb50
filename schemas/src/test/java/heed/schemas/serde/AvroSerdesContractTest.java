package heed.schemas.serde;

import heed.schemas.registry.CachingSchemaRegistry;
import heed.schemas.registry.SchemaRegistry;
import java.time.Clock;

/** Holds our own serdes to the genuine ones over the genuine client's registry in memory. */
class AvroSerdesContractTest extends SerdeContract {

    private final SchemaRegistry registry = new CachingSchemaRegistry(GenuineRegistry.mock("heed"), Clock.systemUTC());

    @Override
    protected TopicSerdes serdes() {
        return new AvroSerdes(registry);
    }

    @Override
    protected SchemaRegistry registry() {
        return registry;
    }

    @Override
    protected String registryUrl() {
        return "mock://heed";
    }
}
