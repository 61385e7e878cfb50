package heed.bench.limit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers hospitals and units, and keeps what begins the keys and values of their scores. */
final class PlaceTable {

    private final byte[][] measures;
    private final byte[] header;
    private final LongIntMap index = new LongIntMap();
    private final List<NumberedPlace> places = new ArrayList<>();
    private final ByteSink sink = new ByteSink();

    /** Knows the names of the measures and what begins each value: the wire format's header. */
    PlaceTable(byte[][] measures, byte[] header) {
        this.measures = measures;
        this.header = header;
    }

    NumberedPlace get(int number) {
        return places.get(number);
    }

    int size() {
        return places.size();
    }

    /** Returns the number of the place that a response belongs to. */
    int of(FlatResponse in) {
        return of(in.bytes(), in.hospitalAt, in.hospitalLength, in.unitAt, in.unitLength);
    }

    /** Returns the number of a place; a unit's length is -1 where the whole hospital is meant. */
    int of(byte[] bytes, int hospitalAt, int hospitalLength, int unitAt, int unitLength) {
        long hospital = ByteText.hash(ByteText.BASIS, bytes, hospitalAt, hospitalLength);
        long hash = unitLength < 0 ? hospital : ByteText.hash((hospital ^ '|') * 31, bytes, unitAt, unitLength);
        int known = index.get(hash);
        if (known != LongIntMap.NONE) {
            return known;
        }
        byte[] hospitalText = Arrays.copyOfRange(bytes, hospitalAt, hospitalAt + hospitalLength);
        byte[] unitText = unitLength < 0 ? null : Arrays.copyOfRange(bytes, unitAt, unitAt + unitLength);
        int whole = unitText == null ? places.size() : of(hospitalText, 0, hospitalText.length, 0, -1);
        int number = places.size();
        index.put(hash, number);
        places.add(new NumberedPlace(
                whole, hospitalText, unitText, keys(hospitalText, unitText), values(hospitalText, unitText)));
        return number;
    }

    private byte[][] keys(byte[] hospital, byte @Nullable [] unit) {
        return Arrays.stream(measures)
                .map(measure -> {
                    sink.clear().raw(hospital).octet('|');
                    if (unit != null) {
                        sink.raw(unit);
                    }
                    return sink.octet('|').raw(measure).toBytes();
                })
                .toArray(byte[][]::new);
    }

    private byte[][] values(byte[] hospital, byte @Nullable [] unit) {
        return Arrays.stream(measures)
                .map(measure -> {
                    sink.clear().raw(header).text(hospital);
                    if (unit == null) {
                        sink.number(0);
                    } else {
                        sink.number(1).text(unit);
                    }
                    return sink.text(measure).toBytes();
                })
                .toArray(byte[][]::new);
    }

    /**
     * A place.
     *
     * @param whole number of the whole hospital
     * @param hospital its code
     * @param unit the unit's code; null where it is the whole hospital
     * @param keys what begins the key of a score, by measure
     * @param values what begins the value of a score, by measure
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record NumberedPlace(int whole, byte[] hospital, byte @Nullable [] unit, byte[][] keys, byte[][] values) {

        boolean isWhole() {
            return unit == null;
        }
    }
}
