package heed.schemas.serde;

import heed.schemas.rejected.RejectionReason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Knows Confluent's wire format: a zero byte, the schema id as four bytes big-endian, then the Avro binary. */
public final class WireFormat {

    /** The first byte. */
    public static final byte MAGIC = 0;

    /** Bytes before the Avro binary. */
    public static final int HEADER_LENGTH = 5;

    /** Takes no object a record, as a buffer around its bytes would. */
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private WireFormat() {}

    /** Returns whether {@code bytes} begin as the wire format does. */
    public static boolean isFramed(byte @Nullable [] bytes) {
        return bytes != null && bytes.length >= HEADER_LENGTH && bytes[0] == MAGIC;
    }

    /**
     * Returns the schema id that {@code bytes} name.
     *
     * @throws UnreadableRecordException where they are not in the wire format
     */
    public static int schemaId(byte[] bytes) {
        if (!isFramed(bytes)) {
            throw new UnreadableRecordException(RejectionReason.NOT_AVRO_WIRE_FORMAT, whatIsWrong(bytes));
        }
        return (int) INTS.get(bytes, 1);
    }

    /** Writes the header of {@code schemaId} into the first five bytes of {@code target}. */
    public static void writeHeader(byte[] target, int schemaId) {
        target[0] = MAGIC;
        INTS.set(target, 1, schemaId);
    }

    private static String whatIsWrong(byte[] bytes) {
        if (bytes == null) {
            return "there is no value";
        }
        return bytes.length < HEADER_LENGTH
                ? "only " + bytes.length + " bytes: a value begins with a zero byte and a four-byte schema id"
                : "the first byte is " + (bytes[0] & 0xff) + ", not 0: a value begins with a zero byte and a four-byte"
                        + " schema id";
    }
}
