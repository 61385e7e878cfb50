package heed.app.serdes;

import heed.schemas.serde.ConfluentSerdes;
import heed.schemas.serde.TopicSerdes;
import java.util.Map;

class ConfluentSerdesIT extends RegistrySerdeContract {

    @Override
    protected TopicSerdes serdes() {
        return new ConfluentSerdes(registryUrl(), Map.of());
    }
}
