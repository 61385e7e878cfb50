package heed.connectors.fft;

import heed.schemas.Codes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the published file: a row is a trust. Columns are found by name, those that are not needed are ignored, and a row
 * that cannot be true is put aside with its line number while the rest goes on.
 *
 * <p>Bytes that are not UTF-8 do no harm: older editions are in another encoding, but only the names of trusts show it.
 */
final class FftReader {

    /** More responses than any trust has in a month by two orders: a larger count is a mistake, not a month. */
    static final int MOST_RESPONSES = 1_000_000;

    private static final List<String> NEEDED =
            List.of("org_code", "total_responses", "positive_count", "negative_count");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Map<String, Long> lineOfCode = new HashMap<>();
    private final List<FftRow> rows = new ArrayList<>();
    private final List<BadRow> rejected = new ArrayList<>();

    private FftReader() {}

    /** The rows that can be true and those that cannot. */
    record Table(List<FftRow> rows, List<BadRow> rejected) {}

    static Table read(FftSource source) {
        try (InputStream bytes = source.opener().open();
                Reader text = withoutMark(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
                CSVParser parser = CSVFormat.DEFAULT.parse(text)) {
            return new FftReader().read(source.name(), parser);
        } catch (IOException | UncheckedIOException e) {
            throw new FftImportException("cannot read " + source.name() + ": " + e.getMessage(), e);
        }
    }

    private static Reader withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private Table read(String name, CSVParser parser) {
        Iterator<CSVRecord> records = parser.iterator();
        if (!records.hasNext()) {
            throw new FftImportException(name + " is empty; its first line must name the columns " + NEEDED);
        }
        Map<String, Integer> columns = columnsOf(name, records.next());
        while (records.hasNext()) {
            CSVRecord csv = records.next();
            add(parser.getCurrentLineNumber(), csv, columns);
        }
        return new Table(List.copyOf(rows), List.copyOf(rejected));
    }

    private static Map<String, Integer> columnsOf(String name, CSVRecord header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        List<String> missing =
                NEEDED.stream().filter(column -> !columns.containsKey(column)).toList();
        if (!missing.isEmpty()) {
            throw new FftImportException(
                    name + " lacks the columns " + missing + "; its first line must name " + NEEDED);
        }
        return columns;
    }

    private void add(long line, CSVRecord csv, Map<String, Integer> columns) {
        try {
            FftRow row = rowOf(line, csv, columns);
            Long before = lineOfCode.putIfAbsent(row.code(), line);
            if (before != null) {
                throw new BadRowException("org_code " + row.code() + " is on line " + before + " already");
            }
            rows.add(row);
        } catch (BadRowException e) {
            rejected.add(new BadRow(line, e.getMessage()));
        }
    }

    private static FftRow rowOf(long line, CSVRecord csv, Map<String, Integer> columns) throws BadRowException {
        for (String column : NEEDED) {
            if (columns.get(column) >= csv.size()) {
                throw new BadRowException("ends before the column " + column);
            }
        }
        String code = csv.get(columns.get("org_code")).strip();
        if (code.isEmpty()) {
            throw new BadRowException("org_code is empty");
        }
        if (!Codes.isCode(code)) {
            throw new BadRowException("org_code must match " + Codes.PATTERN + ", was '" + abbreviated(code) + "'");
        }
        int total = countIn("total_responses", csv, columns);
        if (total == 0 && isBlank("positive_count", csv, columns) && isBlank("negative_count", csv, columns)) {
            return new FftRow(line, code, 0, 0, 0);
        }
        int positive = countIn("positive_count", csv, columns);
        int negative = countIn("negative_count", csv, columns);
        if (positive + negative > total) {
            throw new BadRowException("positive_count + negative_count is " + (positive + negative)
                    + ", more than total_responses, " + total);
        }
        return new FftRow(line, code, total, positive, negative);
    }

    private static boolean isBlank(String column, CSVRecord csv, Map<String, Integer> columns) {
        return csv.get(columns.get(column)).isBlank();
    }

    private static int countIn(String column, CSVRecord csv, Map<String, Integer> columns) throws BadRowException {
        String text = csv.get(columns.get(column)).strip();
        int count;
        try {
            count = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadRowException(column + " must be a whole number, was '" + abbreviated(text) + "'");
        }
        if (count < 0 || count > MOST_RESPONSES) {
            throw new BadRowException(column + " must be 0 to " + MOST_RESPONSES + ", was " + count);
        }
        return count;
    }

    private static String abbreviated(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    /** Carries a row's problem to where rows are put aside; never leaves this class. */
    private static final class BadRowException extends Exception {
        private static final long serialVersionUID = 1L;

        BadRowException(String message) {
            super(message);
        }
    }
}
