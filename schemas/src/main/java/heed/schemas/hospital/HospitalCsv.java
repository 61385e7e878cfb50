package heed.schemas.hospital;

import heed.schemas.Codes;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads hospitals from CSV and reports all that is wrong with the file at once. */
final class HospitalCsv {

    private static final List<String> COLUMNS = List.of("code", "name", "zone");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    private final String file;
    private final ZoneId defaultZone;
    private final List<String> problems = new ArrayList<>();
    private final List<Hospital> hospitals = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();

    private HospitalCsv(String file, ZoneId defaultZone) {
        this.file = file;
        this.defaultZone = defaultZone;
    }

    static List<Hospital> read(Path file, ZoneId defaultZone) {
        try (Reader text = Files.newBufferedReader(file)) {
            return read(file.toString(), text, defaultZone);
        } catch (IOException e) {
            throw new HospitalException(List.of(file + ": cannot be read: " + e));
        }
    }

    static List<Hospital> read(String file, Reader text, ZoneId defaultZone) throws IOException {
        HospitalCsv csv = new HospitalCsv(file, defaultZone);
        try (CSVParser parser = FORMAT.parse(text)) {
            csv.rows(parser);
        }
        if (!csv.problems.isEmpty()) {
            throw new HospitalException(csv.problems);
        }
        return csv.hospitals;
    }

    private void rows(CSVParser parser) {
        try {
            boolean header = true;
            for (CSVRecord row : parser) {
                if (header) {
                    header(row, parser.getCurrentLineNumber());
                    header = false;
                } else {
                    row(row, parser.getCurrentLineNumber());
                }
            }
            if (header) {
                problem(1, "the file is empty; its first line must be " + String.join(",", COLUMNS));
            }
        } catch (UncheckedIOException e) {
            problem(parser.getCurrentLineNumber(), "not CSV: " + e.getCause().getMessage());
        }
    }

    private void header(CSVRecord row, long line) {
        List<String> found = new ArrayList<>(row.toList());
        found.set(0, found.get(0).replace(BYTE_ORDER_MARK, ""));
        if (!found.equals(COLUMNS)) {
            problem(
                    line,
                    "the first line must be " + String.join(",", COLUMNS) + ", was '" + String.join(",", found) + "'");
        }
    }

    private void row(CSVRecord row, long line) {
        if (row.size() != COLUMNS.size()) {
            problem(line, "needs 3 columns (code,name,zone; the zone may be empty), has " + row.size());
            return;
        }
        String code = row.get(0);
        String name = row.get(1);
        if (!Codes.isCode(code)) {
            problem(line, "code must match " + Codes.PATTERN + ", was '" + code + "'");
        }
        if (name.isEmpty()) {
            problem(line, "hospital '" + code + "' has no name");
        }
        Long first = lines.putIfAbsent(code, line);
        if (first != null) {
            problem(line, "hospital '" + code + "' is listed twice, first on line " + first);
        }
        hospitals.add(new Hospital(code, name, zone(row.get(2), line)));
    }

    private ZoneId zone(String text, long line) {
        if (text.isEmpty()) {
            return defaultZone;
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            problem(line, "zone must be a name of the time zone database such as Europe/London, was '" + text + "'");
            return defaultZone;
        }
    }

    private void problem(long line, String what) {
        problems.add(file + ":" + line + ": " + what);
    }
}
