package heed.schemas.serde;

import heed.schemas.registry.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.IntSupplier;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
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

    private static final int FIRST_SIZE = 256;

    private final String type;
    private final IntSupplier registration;
    private final ThreadLocal<Scratch> scratch;
    private volatile int schemaId;

    AvroSerializer(Schema schema, String subject, SchemaRegistry registry) {
        this.type = schema.getFullName();
        this.registration = () -> registry.register(subject, schema);
        RecordWriter writer = RecordWriter.of(schema);
        this.scratch = ThreadLocal.withInitial(() -> new Scratch(writer));
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        Scratch mine = scratch.get();
        try {
            return mine.write(schemaId(), value);
        } catch (IOException | ClassCastException | NullPointerException e) {
            // The encoder still holds part of the failed record and would put it before the next one.
            scratch.remove();
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

    private static final class Scratch {

        private final RecordWriter writer;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(FIRST_SIZE);
        private final byte[] header = new byte[WireFormat.HEADER_LENGTH];
        private @Nullable BinaryEncoder encoder;

        Scratch(RecordWriter writer) {
            this.writer = writer;
        }

        byte[] write(int id, SpecificRecord value) throws IOException {
            out.reset();
            WireFormat.writeHeader(header, id);
            out.write(header, 0, header.length);
            encoder = EncoderFactory.get().binaryEncoder(out, encoder);
            writer.write(value, encoder);
            encoder.flush();
            return out.toByteArray();
        }
    }
}
