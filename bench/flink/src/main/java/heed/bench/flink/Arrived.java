package heed.bench.flink;

import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.typeutils.TupleTypeInfo;

/** A response as it goes from the source to its hospital's task: the hospital, the arrival and the bytes. */
@SuppressWarnings("unchecked") // tuples of Flink copy themselves so
public final class Arrived extends Tuple3<String, Long, byte[]> {

    static final TypeInformation<Arrived> TYPE = new TupleTypeInfo<>(
            Arrived.class, Types.STRING, Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private static final long serialVersionUID = 1;

    /** Makes one that Flink fills. */
    public Arrived() {}

    Arrived(String hospital, long arrivedMs, byte[] value) {
        super(hospital, arrivedMs, value);
    }

    String hospital() {
        return f0;
    }

    long arrivedMs() {
        return f1;
    }

    byte[] value() {
        return f2;
    }
}
