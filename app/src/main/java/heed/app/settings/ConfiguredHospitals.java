package heed.app.settings;

import heed.schemas.hospital.HospitalDirectory;
import java.util.List;

/** Finds the hospitals that the settings name a file of. */
public final class ConfiguredHospitals {

    private ConfiguredHospitals() {}

    /**
     * Reads them.
     *
     * @throws heed.schemas.hospital.HospitalException with everything that is wrong with the file: Heed does not start
     *     then
     */
    public static HospitalDirectory read(Settings.Hospitals settings) {
        return settings.file()
                .map(file -> HospitalDirectory.read(file, settings.zone()))
                .orElseGet(() -> HospitalDirectory.of(List.of(), settings.zone()));
    }
}
