package heed.app.serdes;

import heed.schemas.registry.CachingSchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.serde.TopicSerdes;
import java.time.Clock;

class AvroSerdesIT extends RegistrySerdeContract {

    @Override
    protected TopicSerdes serdes() {
        return new AvroSerdes(new CachingSchemaRegistry(client(), Clock.systemUTC()));
    }
}
