package heed.app.server.topics;

import heed.schemas.registry.Compatibility;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Registers the schemas of all topics and has the registry judge later versions as strictly as they must be.
 *
 * <p>Done at start, so that a registry that goes away later is not missed: what our own records mean is known by then.
 */
public final class SubjectSetup {

    private final HttpSchemaRegistry rules;
    private final SchemaRegistry schemas;

    /**
     * Creates a setup that sets rules at the registry itself and registers schemas through {@code schemas}, a cache of
     * it.
     */
    public SubjectSetup(HttpSchemaRegistry rules, SchemaRegistry schemas) {
        this.rules = rules;
        this.schemas = schemas;
    }

    /**
     * Registers every schema, and returns them by subject.
     *
     * @throws heed.schemas.registry.SchemaRefusedException where the registry holds one that ours may not follow
     */
    public Map<String, Schema> registerAll() {
        Map<String, Schema> registered = new HashMap<>();
        for (Topic<?> topic : Topics.all()) {
            if (SpecificRecord.class.isAssignableFrom(topic.value())) {
                Schema schema = SpecificData.get().getSchema(topic.value());
                schemas.register(topic.subject(), schema);
                registered.put(topic.subject(), schema);
                // The embedded registry has the rule for all subjects, and takes none from its clients.
                if (!rules.isJudgedBy(topic.subject(), Compatibility.FULL_TRANSITIVE)) {
                    rules.setCompatibility(topic.subject(), Compatibility.FULL_TRANSITIVE);
                }
            }
        }
        return registered;
    }
}
