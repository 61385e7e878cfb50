package heed.bench.flink;

import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.typeutils.TupleTypeInfo;

/** A score as it goes to the sink: key, value and time of the record. */
@SuppressWarnings("unchecked") // tuples of Flink copy themselves so
public final class Said extends Tuple3<byte[], byte[], Long> {

    static final TypeInformation<Said> TYPE = new TupleTypeInfo<>(
            Said.class,
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO,
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO,
            Types.LONG);

    private static final long serialVersionUID = 1;

    /** Makes one that Flink fills. */
    public Said() {}

    Said(byte[] key, byte[] value, long asOfMs) {
        super(key, value, asOfMs);
    }

    byte[] key() {
        return f0;
    }

    byte[] value() {
        return f1;
    }

    long asOfMs() {
        return f2;
    }
}
