package heed.schemas.hospital;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds a hospital by its code.
 *
 * <p>A code that is not listed is a hospital all the same, called by its code and in the default zone: responses must
 * count before somebody has kept a list.
 */
public final class HospitalDirectory {

    /** The zone of hospitals that state none. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/London");

    private final Map<String, Hospital> listed;
    private final ZoneId defaultZone;

    private HospitalDirectory(Map<String, Hospital> listed, ZoneId defaultZone) {
        this.listed = listed;
        this.defaultZone = defaultZone;
    }

    /** Returns a directory that lists none, all of London's time. */
    public static HospitalDirectory empty() {
        return of(List.of(), DEFAULT_ZONE);
    }

    /** Returns a directory of {@code hospitals}, with {@code defaultZone} for all others. */
    public static HospitalDirectory of(Collection<Hospital> hospitals, ZoneId defaultZone) {
        Map<String, Hospital> listed = new LinkedHashMap<>();
        hospitals.forEach(hospital -> listed.put(hospital.code(), hospital));
        return new HospitalDirectory(listed, defaultZone);
    }

    /**
     * Reads a CSV file with the columns {@code code,name,zone}, where an empty zone is {@code defaultZone}, and of
     * {@code watch_time}, {@code false_alarm_days} and {@code region} those that it has.
     *
     * @throws HospitalException with every problem of the file
     */
    public static HospitalDirectory read(Path file, ZoneId defaultZone) {
        return of(HospitalCsv.read(file, defaultZone), defaultZone);
    }

    /** Returns the hospital of a code. */
    public Hospital byCode(String code) {
        Hospital hospital = listed.get(code);
        return hospital == null ? new Hospital(code, code, defaultZone) : hospital;
    }

    /** Tells whether the list has a code. */
    public boolean lists(String code) {
        return listed.containsKey(code);
    }

    /** Returns the hospital's own date at a moment: whatever goes by its days asks here which day that is. */
    public LocalDate date(String code, Instant moment) {
        return moment.atZone(byCode(code).zone()).toLocalDate();
    }

    /** Returns the hospitals that are listed, in the list's order. */
    public List<Hospital> listed() {
        return List.copyOf(listed.values());
    }
}
