package heed.schemas.access;

import heed.schemas.key.PlaceKey;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hospitals and units that rights hold for. Whoever has a hospital has its units; whoever has a unit has nothing of
 * the hospital as a whole.
 *
 * @param extent whether it is all of them, or those that are named
 * @param places hospitals as a whole, and units; empty where it is all of them
 */
public record Scope(Extent extent, Set<PlaceKey> places) {

    /** All hospitals. */
    public static final Scope EVERYWHERE = new Scope(Extent.EVERYWHERE, Set.of());
    /** No hospital. */
    public static final Scope NOWHERE = new Scope(Extent.PLACES, Set.of());

    public Scope {
        places = Set.copyOf(places);
    }

    /** Whether places are counted up. */
    public enum Extent {
        EVERYWHERE,
        PLACES
    }

    /** Returns the scope of these places. */
    public static Scope of(Set<PlaceKey> places) {
        return new Scope(Extent.PLACES, places);
    }

    /** Returns the scope of whole hospitals. */
    public static Scope of(String... hospitals) {
        return of(Arrays.stream(hospitals).map(code -> new PlaceKey(code, null)).collect(Collectors.toSet()));
    }

    /** Tells whether it has anything of a hospital. */
    public boolean reaches(String hospital) {
        return extent == Extent.EVERYWHERE
                || places.stream().anyMatch(place -> place.hospital().equals(hospital));
    }

    /** Tells whether it has a unit; null is the hospital as a whole. */
    public boolean has(String hospital, @Nullable String unit) {
        return extent == Extent.EVERYWHERE
                || places.contains(new PlaceKey(hospital, null))
                || places.contains(new PlaceKey(hospital, unit));
    }
}
