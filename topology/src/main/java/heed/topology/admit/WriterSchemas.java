package heed.topology.admit;

import heed.schemas.Feedback;
import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.registry.UnknownSchemaException;
import heed.schemas.rejected.RejectionReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a response, whatever version of Feedback wrote them, into bytes of the current version.
 *
 * <p>The current version passes through untouched. Another one is read with Avro's resolution rules and written again:
 * slower, and only until the producers have been upgraded.
 */
final class WriterSchemas {

    private static final Schema CURRENT = Feedback.getClassSchema();
    private static final int HEADER = 5;

    private final SchemaRegistry registry;
    private final RegistryWait patience;
    private final Map<Integer, Schema> readable = new HashMap<>();
    private final ByteArrayOutputStream rewritten = new ByteArrayOutputStream();
    private int currentId = -1;
    private @Nullable BinaryEncoder encoder;

    WriterSchemas(SchemaRegistry registry, RegistryWait patience) {
        this.registry = registry;
        this.patience = patience;
    }

    /** Reads {@code value}, wire format header and all, into {@code flat}. */
    void decode(byte[] value, FlatDecoder decoder, FlatFeedback flat) {
        if (value.length < HEADER || value[0] != 0) {
            throw new RejectedRecordException(RejectionReason.NOT_AVRO_WIRE_FORMAT);
        }
        int id = (value[1] & 0xFF) << 24 | (value[2] & 0xFF) << 16 | (value[3] & 0xFF) << 8 | (value[4] & 0xFF);
        try {
            Schema writer = id == currentId ? CURRENT : writerOf(id);
            if (id == currentId || writtenByCurrent(id, writer)) {
                decoder.decode(value, HEADER, flat);
            } else {
                decoder.decode(rewrite(value, writer), 0, flat);
            }
        } catch (MalformedAvroException e) {
            throw new RejectedRecordException(RejectionReason.MALFORMED_AVRO);
        }
    }

    private Schema writerOf(int id) {
        Schema known = readable.get(id);
        if (known != null) {
            return known;
        }
        Schema writer = lookUp(id);
        if (SchemaCompatibility.checkReaderWriterCompatibility(CURRENT, writer).getType()
                != SchemaCompatibilityType.COMPATIBLE) {
            throw new RejectedRecordException(RejectionReason.WRONG_TYPE);
        }
        readable.put(id, writer);
        return writer;
    }

    private boolean writtenByCurrent(int id, Schema writer) {
        if (sameWireFormat(writer)) {
            currentId = id;
            return true;
        }
        return false;
    }

    private static boolean sameWireFormat(Schema writer) {
        return SchemaNormalization.toParsingForm(writer).equals(SchemaNormalization.toParsingForm(CURRENT));
    }

    private Schema lookUp(int id) {
        while (true) {
            try {
                Schema found = registry.byId(id);
                patience.restore();
                return found;
            } catch (UnknownSchemaException e) {
                throw new RejectedRecordException(RejectionReason.UNKNOWN_SCHEMA);
            } catch (RegistryUnavailableException e) {
                patience.waitOrGiveUp(e);
            }
        }
    }

    private byte[] rewrite(byte[] value, Schema writer) {
        try {
            BinaryDecoder input = DecoderFactory.get().binaryDecoder(value, HEADER, value.length - HEADER, null);
            GenericRecord record = new GenericDatumReader<GenericRecord>(writer, CURRENT).read(null, input);
            if (!input.isEnd()) {
                throw new MalformedAvroException();
            }
            rewritten.reset();
            encoder = EncoderFactory.get().binaryEncoder(rewritten, encoder);
            new GenericDatumWriter<GenericRecord>(CURRENT).write(record, encoder);
            encoder.flush();
            return rewritten.toByteArray();
        } catch (IOException
                | AvroRuntimeException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | UnsupportedOperationException
                | StackOverflowError e) {
            // Avro calls a length beyond an array's an unsupported operation.
            // The last: a recursive field of a writer's own that we only skip can nest without end.
            throw new RejectedRecordException(RejectionReason.MALFORMED_AVRO);
        }
    }
}
