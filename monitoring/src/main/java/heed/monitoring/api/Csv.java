package heed.monitoring.api;

import heed.schemas.flat.SpreadsheetText;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as CSV (RFC 4180) with a line of names first. Every row ends with {@code figures_as_of}: a file is
 * looked at long after it was taken.
 *
 * <p>Codes of which a cell has several are apart by a blank. Text that a spreadsheet would take for a formula gets an
 * apostrophe in front: names come from files and feeds.
 */
final class Csv {

    private Csv() {}

    /** Returns the table; {@code asOf} is null before the first figure. */
    static String of(Sheet sheet, @Nullable Instant asOf) {
        StringBuilder text = new StringBuilder();
        try {
            names(sheet, text);
            rows(sheet, asOf, text);
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read or sent here", e);
        }
        return text.toString();
    }

    /** Writes one table of several of the same columns, one after the other; {@code first} says which columns. */
    static void write(Sheet first, Stream<Sheet> parts, @Nullable Instant asOf, Appendable to) throws IOException {
        names(first, to);
        for (Sheet part : (Iterable<Sheet>) parts::iterator) {
            rows(part, asOf, to);
        }
    }

    private static void names(Sheet sheet, Appendable to) throws IOException {
        append(to, sheet.same().keySet(), sheet.columns(), "figures_as_of");
    }

    private static void rows(Sheet sheet, @Nullable Instant asOf, Appendable to) throws IOException {
        for (Map<String, Object> row : sheet.rows()) {
            append(
                    to,
                    sheet.same().values(),
                    sheet.columns().stream().map(row::get).toList(),
                    asOf);
        }
    }

    private static void append(Appendable text, Collection<?> same, List<?> cells, @Nullable Object last)
            throws IOException {
        List<Object> line = new ArrayList<>(same);
        line.addAll(cells);
        line.add(last);
        text.append(CSVFormat.RFC4180.format(line.stream().map(Csv::safe).toArray()))
                .append("\r\n");
    }

    private static Object safe(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return value instanceof String text ? SpreadsheetText.plain(text) : value;
    }
}
