package heed.schemas.serde;

import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.registry.UnknownSchemaException;
import heed.schemas.rejected.RejectionReason;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of one type from the wire format, whichever version of the schema wrote them.
 *
 * <p>Readers and the decoder are kept per thread, one reader a schema id: stream threads share a serde. Bytes left over
 * after the record make it malformed, since they show that the schema named is not the one that wrote it.
 *
 * <p>A refusal is an {@link UnreadableRecordException} with its reason. Where the registry cannot be asked,
 * {@link RegistryUnavailableException} says so: the record may well be good.
 */
final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    private final Schema ours;
    private final SchemaRegistry registry;
    private final TrustedRecords records;
    private final ThreadLocal<Scratch<T>> scratch = ThreadLocal.withInitial(Scratch::new);

    AvroDeserializer(Schema ours, SchemaRegistry registry, TrustedRecords records) {
        this.ours = ours;
        this.registry = registry;
        this.records = records;
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        int id = WireFormat.schemaId(bytes);
        Scratch<T> mine = scratch.get();
        DatumReader<T> reader = mine.readers.get(id);
        if (reader == null) {
            reader = readerOf(id);
            mine.readers.put(id, reader);
        }
        return mine.read(reader, id, bytes);
    }

    @SuppressWarnings("unchecked") // Avro's factory is not generic; the schema is T's
    private DatumReader<T> readerOf(int id) {
        Schema theirs = schemaOf(id);
        if (!ours.getFullName().equals(theirs.getType() == Schema.Type.RECORD ? theirs.getFullName() : "")) {
            throw new UnreadableRecordException(
                    RejectionReason.WRONG_TYPE,
                    "schema id " + id + " is " + theirs.getType() + " " + theirs.getFullName() + ", not "
                            + ours.getFullName());
        }
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(ours, theirs);
        if (verdict.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new UnreadableRecordException(
                    RejectionReason.WRONG_TYPE,
                    "schema id " + id + " is a " + ours.getFullName() + " that ours cannot read: "
                            + verdict.getResult().getIncompatibilities());
        }
        return (DatumReader<T>) records.createDatumReader(theirs, ours);
    }

    private Schema schemaOf(int id) {
        try {
            return registry.byId(id);
        } catch (UnknownSchemaException e) {
            throw new UnreadableRecordException(RejectionReason.UNKNOWN_SCHEMA, String.valueOf(e.getMessage()), e);
        }
    }

    private static final class Scratch<T> {

        private final Map<Integer, DatumReader<T>> readers = new HashMap<>();
        private @Nullable BinaryDecoder decoder;

        T read(DatumReader<T> reader, int id, byte[] bytes) {
            try {
                int length = bytes.length - WireFormat.HEADER_LENGTH;
                decoder = DecoderFactory.get().binaryDecoder(bytes, WireFormat.HEADER_LENGTH, length, decoder);
                T value = reader.read(null, decoder);
                if (!decoder.isEnd()) {
                    throw malformed(id, "bytes are left over after the record", null);
                }
                return value;
            } catch (UnreadableRecordException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw malformed(id, e.toString(), e);
            } catch (StackOverflowError e) {
                // A recursive writer's field that we skip nests as deep as the bytes say.
                throw malformed(id, "it nests too deep", null);
            }
        }

        private static UnreadableRecordException malformed(int id, String what, @Nullable Throwable cause) {
            return new UnreadableRecordException(
                    RejectionReason.MALFORMED_AVRO, "the bytes do not fit schema id " + id + ": " + what, cause);
        }
    }
}
