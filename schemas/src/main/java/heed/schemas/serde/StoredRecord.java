package heed.schemas.serde;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes a record into a program's own state and reads it back, without a registry: Avro's single-object encoding,
 * which begins with the schema's fingerprint.
 *
 * @param <T> the record's type
 */
public final class StoredRecord<T extends SpecificRecord> {

    private final String name;
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    /** Stores records of {@code type}. */
    public StoredRecord(Class<T> type) {
        TrustedRecords records = new TrustedRecords();
        Schema schema = records.getSchema(type);
        this.name = schema.getName();
        this.encoder = new BinaryMessageEncoder<>(records, schema);
        this.decoder = new BinaryMessageDecoder<>(records, schema);
    }

    /** Has records read that an earlier release wrote with {@code writer}. */
    public StoredRecord<T> alsoWrittenWith(Schema writer) {
        decoder.addSchema(writer);
        return this;
    }

    /** Has records read that were written with an earlier version of the contract, of those under {@code released/}. */
    public StoredRecord<T> alsoOfRelease(int version) {
        String resource = "/heed/schemas/released/" + name + ".v" + version + ".avsc";
        try (InputStream in = StoredRecord.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the resource " + resource);
            }
            return alsoWrittenWith(new Schema.Parser().parse(in));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** Returns the record's bytes. */
    public byte[] write(T record) {
        try {
            ByteBuffer bytes = encoder.encode(record);
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("a record could not be written to the state", e);
        }
    }

    /**
     * Returns the record of {@code bytes}.
     *
     * @throws org.apache.avro.message.MissingSchemaException where a release wrote it that this one does not know
     */
    public T read(byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a record could not be read from the state", e);
        }
    }
}
