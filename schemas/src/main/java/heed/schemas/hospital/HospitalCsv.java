package heed.schemas.hospital;

import heed.schemas.WatchTime;
import heed.schemas.name.Codes;
import heed.schemas.name.PlainText;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads hospitals from CSV and reports all that is wrong with the file at once. */
final class HospitalCsv {

    private static final int LONGEST_REGION = 60;
    private static final int LONGEST_NAME = 200;
    /** The world has fewer hospitals than ten times this; what is larger is another file. */
    private static final int MOST_HOSPITALS = 20_000;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    private final String file;
    private final ZoneId defaultZone;
    private final List<String> problems = new ArrayList<>();
    private final List<Hospital> hospitals = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();
    private @Nullable HospitalColumns columns;

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
            for (CSVRecord row : parser) {
                long line = parser.getCurrentLineNumber();
                if (hospitals.size() >= MOST_HOSPITALS) {
                    problem(line, "the file has more than " + MOST_HOSPITALS + " hospitals");
                    return;
                }
                if (columns == null) {
                    columns = HospitalColumns.of(row, what -> problem(line, what));
                } else {
                    row(row, columns, line);
                }
            }
            if (columns == null) {
                problem(1, "the file is empty; its first line must be " + HospitalColumns.FIRST);
            }
        } catch (UncheckedIOException e) {
            problem(
                    parser.getCurrentLineNumber(),
                    e.getCause() instanceof CharacterCodingException
                            ? "not text in UTF-8; save the file in that encoding"
                            : "not CSV: " + Objects.requireNonNull(e.getCause()).getMessage());
        }
    }

    private void row(CSVRecord row, HospitalColumns columns, long line) {
        if (row.size() != columns.count()) {
            problem(
                    line,
                    "needs " + columns.count() + " columns as the first line has, has " + row.size()
                            + "; all but code and name may be empty");
            return;
        }
        String code = row.get(0);
        String name = row.get(1);
        if (!Codes.isCode(code)) {
            problem(line, "code must match " + Codes.PATTERN + ", was '" + code + "'");
        }
        if (name.isEmpty()) {
            problem(line, "hospital '" + code + "' has no name");
        } else if (!PlainText.isPlainLine(name, LONGEST_NAME)) {
            problem(
                    line,
                    "the name of hospital '" + code + "' must be at most " + LONGEST_NAME
                            + " characters on one line, without control characters and such as turn the direction of writing");
        }
        Long first = lines.putIfAbsent(code, line);
        if (first != null) {
            problem(line, "hospital '" + code + "' is listed twice, first on line " + first);
        }
        hospitals.add(new Hospital(
                code,
                name,
                zone(row.get(2), line),
                watchTime(columns.optional(row, HospitalColumns.WATCH_TIME), line),
                falseAlarmDays(columns.optional(row, HospitalColumns.FALSE_ALARM_DAYS), line),
                region(columns.optional(row, HospitalColumns.REGION), line)));
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

    private Optional<WatchTime> watchTime(String text, long line) {
        return switch (text) {
            case "" -> Optional.empty();
            case "given" -> Optional.of(WatchTime.GIVEN);
            case "arrival" -> Optional.of(WatchTime.ARRIVAL);
            default -> {
                problem(line, HospitalColumns.WATCH_TIME + " must be given, arrival or empty, was '" + text + "'");
                yield Optional.empty();
            }
        };
    }

    private OptionalInt falseAlarmDays(String text, long line) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int days = Integer.parseInt(text);
            if (days >= Hospital.LEAST_FALSE_ALARM_DAYS && days <= Hospital.MOST_FALSE_ALARM_DAYS) {
                return OptionalInt.of(days);
            }
        } catch (NumberFormatException e) {
            // The same problem as a number out of range.
        }
        problem(
                line,
                HospitalColumns.FALSE_ALARM_DAYS + " must be a whole number from " + Hospital.LEAST_FALSE_ALARM_DAYS
                        + " to " + Hospital.MOST_FALSE_ALARM_DAYS + " or empty, was '" + text + "'");
        return OptionalInt.empty();
    }

    private Optional<String> region(String text, long line) {
        if (!PlainText.isPlainLine(text, LONGEST_REGION)) {
            problem(
                    line,
                    HospitalColumns.REGION + " must be a name of at most " + LONGEST_REGION
                            + " characters on one line, was '" + text + "'");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private void problem(long line, String what) {
        problems.add(file + ":" + line + ": " + what);
    }
}
