package heed.bench.flat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers hospitals and units, and keeps what begins the keys and values of their scores. */
public final class PlaceTable {

    private final byte[][] measures;
    private final byte[] header;
    private final LongIntMap index = new LongIntMap();
    private final List<NumberedPlace> places = new ArrayList<>();
    private final ByteSink sink = new ByteSink();

    /** Knows the names of the measures and what begins each value: the wire format's header. */
    public PlaceTable(byte[][] measures, byte[] header) {
        this.measures = measures;
        this.header = header;
    }

    /** Returns a place by its number. */
    public NumberedPlace get(int number) {
        return places.get(number);
    }

    /** Returns how many there are. */
    public int size() {
        return places.size();
    }

    /** Returns the number of the place that a response belongs to. */
    public int of(FlatResponse in) {
        return of(in.bytes(), in.hospitalAt(), in.hospitalLength(), in.unitAt(), in.unitLength());
    }

    /** Returns the number of a place; an empty unit means the whole hospital. */
    public int of(String hospital, String unit) {
        byte[] both = (hospital + unit).getBytes(StandardCharsets.UTF_8);
        int unitAt = hospital.getBytes(StandardCharsets.UTF_8).length;
        return of(both, 0, unitAt, unitAt, unit.isEmpty() ? -1 : both.length - unitAt);
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
    public record NumberedPlace(int whole, byte[] hospital, byte @Nullable [] unit, byte[][] keys, byte[][] values) {

        /** Says whether it is a whole hospital. */
        public boolean isWhole() {
            return unit == null;
        }
    }
}
