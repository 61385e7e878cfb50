package heed.monitoring.api;

import heed.schemas.key.SeriesKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds a table of figures that is written as JSON or CSV.
 *
 * @param name what a file of it is called, from codes alone
 * @param same columns that have one value in every row: JSON tells them once around the table, a file has them in front
 *     of each
 * @param next address of the rows after these; null where there are none
 */
record Sheet(
        String name,
        Map<String, String> same,
        List<String> columns,
        List<Map<String, Object>> rows,
        @Nullable String next) {

    static <R> Sheet of(String name, Columns<R> columns, List<R> rows) {
        return new Sheet(
                name, Map.of(), columns.names(), rows.stream().map(columns::of).toList(), null);
    }

    /** Returns a table of a part of a list. */
    static <R> Sheet of(String name, Columns<R> columns, ListPart<R> page) {
        return of(name, columns, page.rows()).followedBy(page);
    }

    /** Returns the table with where that which comes after {@code page} is. */
    Sheet followedBy(ListPart<?> page) {
        return new Sheet(name, same, columns, rows, page.next());
    }

    /** Returns what is told of one line of figures, whose codes are in the file's name and in every row. */
    static <R> Sheet ofLine(String kind, SeriesKey line, Columns<R> columns, List<R> rows) {
        String place = line.hospital() + (line.isWhole() ? "" : "-" + line.unit());
        return of(kind + "-" + place + "-" + line.measure(), columns, rows)
                .with("hospital", line.hospital())
                .with("unit", line.unit())
                .with("measure", line.measure());
    }

    Sheet named(String other) {
        return new Sheet(other, same, columns, rows, next);
    }

    /** Returns the table with one more column that is the same in every row; {@code value} may be null. */
    Sheet with(String column, @Nullable String value) {
        Map<String, String> more = new LinkedHashMap<>(same);
        more.put(column, value);
        return new Sheet(name, more, columns, rows, next);
    }
}
