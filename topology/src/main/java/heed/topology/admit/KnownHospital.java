package heed.topology.admit;

import heed.topology.response.Place;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A hospital that a partition knows, with its units. */
final class KnownHospital {

    final KnownPlace whole;
    final Listing listing;

    private final ByteTable<KnownPlace> units = new ByteTable<>(2);

    KnownHospital(Place place, Listing listing) {
        this.whole = new KnownPlace(place);
        this.listing = listing;
    }

    /** Returns the unit of a code, or null. */
    @Nullable
    KnownPlace unit(byte[] bytes, int offset, int length) {
        return units.get(bytes, offset, length);
    }

    /** Adds a unit that is not known. */
    KnownPlace add(String code) {
        KnownPlace unit = new KnownPlace(whole.place.unit(code));
        units.put(code.getBytes(StandardCharsets.US_ASCII), unit);
        return unit;
    }

    /** Returns how many units are known. */
    int unitCount() {
        return units.size();
    }
}
