package heed.topology.response;

import heed.schemas.hospital.HospitalDirectory;
import heed.topology.time.ZoneCalendar;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes each place of one task once, with the calendar of its hospital's zone. */
public final class Places {

    private final HospitalDirectory directory;
    private final Map<ZoneId, ZoneCalendar> calendars = new HashMap<>();
    private final Map<String, Place> hospitals = new HashMap<>();
    private final Map<Place, Map<String, Place>> units = new HashMap<>();

    /** Takes zones from {@code directory}; a hospital that it does not list has its default zone. */
    public Places(HospitalDirectory directory) {
        this.directory = directory;
    }

    /** Returns the hospital as a whole. */
    public Place hospital(String code) {
        return hospitals.computeIfAbsent(
                code,
                name -> Place.hospital(name, calendar(directory.byCode(name).zone())));
    }

    private ZoneCalendar calendar(ZoneId zone) {
        return calendars.computeIfAbsent(zone, ZoneCalendar::new);
    }

    /** Returns a unit, or the hospital as a whole where {@code unit} is null. */
    public Place of(String hospital, @Nullable String unit) {
        Place whole = hospital(hospital);
        return unit == null
                ? whole
                : units.computeIfAbsent(whole, place -> new HashMap<>()).computeIfAbsent(unit, whole::unit);
    }
}
