package heed.schemas.serde;

import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.registry.SchemaRefusedException;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.registry.UnknownSchemaException;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import org.apache.avro.Schema;

/** Lends our serdes the genuine registry client, so that both sides of a test share one registry. */
final class GenuineRegistry implements SchemaRegistry {

    private final SchemaRegistryClient client;

    private GenuineRegistry(SchemaRegistryClient client) {
        this.client = client;
    }

    /** Returns the registry that genuine serializers use whose URL is {@code mock://scope}. */
    static GenuineRegistry mock(String scope) {
        return new GenuineRegistry(MockSchemaRegistry.getClientForScope(scope));
    }

    @Override
    public int register(String subject, Schema schema) {
        try {
            return client.register(subject, new AvroSchema(schema));
        } catch (RestClientException e) {
            throw new SchemaRefusedException("genuine client", subject, e.getMessage());
        } catch (IOException e) {
            throw new RegistryUnavailableException("genuine client", "register", e);
        }
    }

    @Override
    public Schema byId(int id) {
        try {
            return (Schema) client.getSchemaById(id).rawSchema();
        } catch (RestClientException e) {
            throw new UnknownSchemaException("genuine client", id, e.getMessage());
        } catch (IOException e) {
            throw new RegistryUnavailableException("genuine client", "get", e);
        }
    }
}
