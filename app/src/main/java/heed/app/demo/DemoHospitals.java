package heed.app.demo;

import heed.connectors.published.fft.FftTrusts;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the hospitals of the demo: the invented ones, and the trusts of the published figures. */
final class DemoHospitals {

    private static final Pattern CODE_AND_NAME = Pattern.compile("([A-Za-z0-9._-]+),(?:\"([^\"]+)\"|([^,]+)),.*");

    private DemoHospitals() {}

    static HospitalDirectory directory(ZoneId zone) {
        List<Hospital> hospitals = new ArrayList<>();
        SimulatedHospital.all().forEach(each -> hospitals.add(new Hospital(each.code(), each.name(), zone)));
        try (var bytes = FftTrusts.shipped().opener().open();
                var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(CODE_AND_NAME::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new Hospital(row.group(1), row.group(2) == null ? row.group(3) : row.group(2), zone))
                    .forEach(hospitals::add);
        } catch (IOException e) {
            throw new UncheckedIOException("the published figures in the program can't be read", e);
        }
        return HospitalDirectory.of(hospitals, zone);
    }
}
