package heed.monitoring.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    private static final String FORMULA = "=+-@\t\r\n";

    private Csv() {}

    /** Returns the table; {@code asOf} is null before the first figure. */
    static String of(Sheet sheet, @Nullable Instant asOf) {
        StringBuilder text = new StringBuilder();
        append(text, sheet.same().keySet(), sheet.columns(), "figures_as_of");
        for (Map<String, Object> row : sheet.rows()) {
            append(
                    text,
                    sheet.same().values(),
                    sheet.columns().stream().map(row::get).toList(),
                    asOf);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Collection<?> same, List<?> cells, @Nullable Object last) {
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
        return value instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : value;
    }
}
