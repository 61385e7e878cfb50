package heed.app.notify;

import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import org.apache.avro.specific.SpecificData;

/** Gives every schema the same id in each process, as a registry of its own process would. */
public final class KnownSchemas {

    private KnownSchemas() {}

    public static AvroSerdes serdes() {
        var registry = new MemorySchemaRegistry();
        for (Topic<?> topic : Topics.all()) {
            if (topic.value() != byte[].class) {
                registry.register(topic.subject(), SpecificData.get().getSchema(topic.value()));
            }
        }
        return new AvroSerdes(registry);
    }
}
