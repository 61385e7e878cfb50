package heed.bench.flink;

import heed.bench.flat.FlatResponse;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.api.java.typeutils.TupleTypeInfo;

/**
 * What the ledger knows of a response: revision, when it was given, unit and points; no points once it is withdrawn.
 */
@SuppressWarnings("unchecked") // tuples of Flink copy themselves so
public final class Entered extends Tuple4<Integer, Long, String, short[]> {

    static final TypeInformation<Entered> TYPE = new TupleTypeInfo<>(
            Entered.class, Types.INT, Types.LONG, Types.STRING, PrimitiveArrayTypeInfo.SHORT_PRIMITIVE_ARRAY_TYPE_INFO);

    private static final long serialVersionUID = 1;

    /** Makes one that Flink fills. */
    public Entered() {}

    private Entered(int revision, long givenAtMs, String unit, short[] points) {
        super(revision, givenAtMs, unit, points);
    }

    static Entered of(FlatResponse in) {
        int[] points = in.points();
        short[] kept = new short[in.withdrawn() ? 0 : points.length];
        for (int slot = 0; slot < kept.length; slot++) {
            kept[slot] = (short) points[slot];
        }
        return new Entered(in.revision(), in.givenAtMs(), in.unit(), kept);
    }

    int revision() {
        return f0;
    }

    long givenAtMs() {
        return f1;
    }

    String unit() {
        return f2;
    }

    /** Returns the points of each measure, below 0 where the response counts towards none. */
    short[] points() {
        return f3;
    }

    boolean withdrawn() {
        return f3.length == 0;
    }
}
