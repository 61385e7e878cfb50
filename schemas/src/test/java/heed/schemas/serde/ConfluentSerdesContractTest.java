package heed.schemas.serde;

import heed.schemas.registry.SchemaRegistry;
import java.util.Map;

/** Holds {@code serdes: confluent} to the same contract. */
class ConfluentSerdesContractTest extends SerdeContract {

    @Override
    protected TopicSerdes serdes() {
        return new ConfluentSerdes(registryUrl(), Map.of());
    }

    @Override
    protected SchemaRegistry registry() {
        return GenuineRegistry.mock("confluent");
    }

    @Override
    protected String registryUrl() {
        return "mock://confluent";
    }
}
