package heed.schemas.serde;

import heed.schemas.registry.SchemaRegistry;
import java.util.function.IntSupplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of one type in the wire format.
 *
 * <p>The schema is registered at the first record, so that a program that only reads registers nothing. Buffers are
 * kept per thread: a producer calls its serializer on whatever thread sends, and stream threads share a serde.
 */
final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {

    private final String type;
    private final IntSupplier registration;
    private final RecordWriter writer;
    private final ThreadLocal<AvroBytes> buffer = ThreadLocal.withInitial(AvroBytes::new);
    private volatile int schemaId;

    AvroSerializer(Schema schema, String subject, SchemaRegistry registry) {
        this.type = schema.getFullName();
        this.registration = () -> registry.register(subject, schema);
        this.writer = RecordWriter.of(schema);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        AvroBytes bytes = buffer.get().begin(schemaId());
        try {
            writer.write(value, bytes);
            return bytes.toBytes();
        } catch (ClassCastException | NullPointerException e) {
            throw new SerializationException("not a complete " + type + " for topic " + topic, e);
        }
    }

    private int schemaId() {
        int id = schemaId;
        if (id == 0) {
            id = registration.getAsInt();
            schemaId = id;
        }
        return id;
    }
}
