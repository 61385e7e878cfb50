package heed.bench.flink;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.typeutils.TupleTypeInfo;

/** Names a pane of a hospital: the unit, empty for the whole hospital, and the window's start with its kind. */
@SuppressWarnings("unchecked") // tuples of Flink copy themselves so
public final class PaneName extends Tuple2<String, Long> {

    static final TypeInformation<PaneName> TYPE = new TupleTypeInfo<>(PaneName.class, Types.STRING, Types.LONG);

    private static final long serialVersionUID = 1;
    private static final int KIND_BITS = 2;

    /** Makes one that Flink fills. */
    public PaneName() {}

    PaneName(String unit, int kind, long startMs) {
        super(unit, startMs << KIND_BITS | kind);
    }

    String unit() {
        return f0;
    }

    int kind() {
        return (int) (f1 & ((1 << KIND_BITS) - 1));
    }

    long startMs() {
        return f1 >> KIND_BITS;
    }
}
