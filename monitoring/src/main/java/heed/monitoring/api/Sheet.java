package heed.monitoring.api;

import java.util.List;
import java.util.Map;

/**
 * Holds a table of figures that is written as JSON or CSV.
 *
 * @param name what a file of it is called, from codes alone
 */
record Sheet(String name, List<String> columns, List<Map<String, Object>> rows) {

    static <R> Sheet of(String name, Columns<R> columns, List<R> rows) {
        return new Sheet(name, columns.names(), rows.stream().map(columns::of).toList());
    }
}
