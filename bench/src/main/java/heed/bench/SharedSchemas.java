package heed.bench;

import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Gives the contracts' schemas the same ids in every process, without a registry that they would share. */
final class SharedSchemas {

    private SharedSchemas() {}

    /** Returns a registry that knows all of them. */
    static SchemaRegistry registry() {
        MemorySchemaRegistry registry = new MemorySchemaRegistry();
        for (Topic<?> topic : Topics.all()) {
            if (SpecificRecord.class.isAssignableFrom(topic.value())) {
                registry.register(topic.subject(), SpecificData.get().getSchema(topic.value()));
            }
        }
        return registry;
    }
}
