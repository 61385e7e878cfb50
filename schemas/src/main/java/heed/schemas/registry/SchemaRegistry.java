package heed.schemas.registry;

import org.apache.avro.Schema;

/** Maps schemas to ids and back. Implementations are thread-safe. */
public interface SchemaRegistry {

    /**
     * Registers {@code schema} under {@code subject}, or finds it there, and returns its id.
     *
     * @throws SchemaRefusedException where the registry refuses it, for instance as incompatible
     * @throws RegistryUnavailableException where the registry cannot be asked
     */
    int register(String subject, Schema schema);

    /**
     * Returns the schema of an id.
     *
     * @throws UnknownSchemaException where the registry says that there is none
     * @throws RegistryUnavailableException where the registry cannot be asked
     */
    Schema byId(int id);
}
