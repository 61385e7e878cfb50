package heed.topology.response;

import heed.topology.time.ZoneCalendar;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hospital, or one unit of it, with the calendar of its time zone. Equal where hospital and unit are.
 *
 * <p>Belongs to one partition's task: the calendar is not for several threads.
 */
public final class Place {

    private final String hospital;
    private final @Nullable String unit;
    private final ZoneCalendar calendar;
    private final Place whole;
    private final int hash;

    private Place(String hospital, @Nullable String unit, ZoneCalendar calendar, @Nullable Place whole) {
        this.hospital = hospital;
        this.unit = unit;
        this.calendar = calendar;
        this.whole = whole == null ? this : whole;
        this.hash = Objects.hash(hospital, unit);
    }

    /** Makes the place of a whole hospital. */
    public static Place hospital(String code, ZoneCalendar calendar) {
        return new Place(code, null, calendar, null);
    }

    /** Makes the place of a unit of this hospital. */
    public Place unit(String code) {
        return new Place(hospital, code, calendar, whole);
    }

    /** Returns the hospital's code. */
    public String hospital() {
        return hospital;
    }

    /** Returns the unit's code; null for the hospital as a whole. */
    public @Nullable String unit() {
        return unit;
    }

    /** Returns the hospital as a whole: itself where it is no unit. */
    public Place whole() {
        return whole;
    }

    /** Says whether this is the hospital as a whole. */
    public boolean isWhole() {
        return unit == null;
    }

    /** Returns the calendar of the hospital's zone. */
    public ZoneCalendar calendar() {
        return calendar;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Place place
                        && hospital.equals(place.hospital)
                        && Objects.equals(unit, place.unit));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return unit == null ? hospital : hospital + "|" + unit;
    }
}
