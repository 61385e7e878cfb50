package heed.bench.flink;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.typeutils.TupleTypeInfo;

/** The id of a response, in its two halves. */
@SuppressWarnings("unchecked") // tuples of Flink copy themselves so
public final class ResponseId extends Tuple2<Long, Long> {

    static final TypeInformation<ResponseId> TYPE = new TupleTypeInfo<>(ResponseId.class, Types.LONG, Types.LONG);

    private static final long serialVersionUID = 1;

    /** Makes one that Flink fills. */
    public ResponseId() {}

    ResponseId(long high, long low) {
        super(high, low);
    }
}
