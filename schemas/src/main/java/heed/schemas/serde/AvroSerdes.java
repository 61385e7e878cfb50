package heed.schemas.serde;

import heed.schemas.registry.SchemaRegistry;
import heed.schemas.topic.Topic;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Makes serdes of our own: the wire format, a registry, Avro. The registry should be a caching one. */
public final class AvroSerdes implements TopicSerdes {

    private final SchemaRegistry registry;
    private final TrustedRecords records = new TrustedRecords();

    public AvroSerdes(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    @SuppressWarnings("unchecked") // T is what the topic's class says
    public <T> Serde<T> of(Topic<T> topic) {
        return topic.value() == byte[].class
                ? (Serde<T>) Serdes.ByteArray()
                : (Serde<T>) avro(topic.value().asSubclass(SpecificRecord.class), topic.subject());
    }

    private <R extends SpecificRecord> Serde<R> avro(Class<R> type, String subject) {
        Schema schema = records.getSchema(type);
        return Serdes.serdeFrom(
                new AvroSerializer<>(schema, subject, registry), new AvroDeserializer<>(schema, registry, records));
    }
}
