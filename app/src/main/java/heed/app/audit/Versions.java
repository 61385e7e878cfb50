package heed.app.audit;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps which tables of compared hospitals are told as they now are, as far as they say so themselves.
 *
 * <p>A table is told anew some seconds after a month of it has changed, so what lies on the topic may be of an earlier
 * moment. Once it is final only corrections and withdrawals change it, and each is counted: a table that is final, with
 * the restatements and the newest arrival that were recounted, is of now. No other is judged.
 */
final class Versions {

    private final Map<String, Set<Object>> current = new ConcurrentHashMap<>();
    private final Map<String, Set<Object>> others = new ConcurrentHashMap<>();

    /** Notes that the newest record of a row is of now. */
    void noteCurrent(String table, Object row) {
        of(others, table).remove(row);
        of(current, table).add(row);
    }

    /** Notes that the newest record of a row may be of an earlier moment. */
    void noteOther(String table, Object row) {
        of(current, table).remove(row);
        of(others, table).add(row);
    }

    /** Says whether all that is told of a table is of now. */
    boolean isCurrent(String table) {
        return !of(current, table).isEmpty() && of(others, table).isEmpty();
    }

    private static Set<Object> of(Map<String, Set<Object>> rows, String table) {
        return rows.computeIfAbsent(table, each -> ConcurrentHashMap.newKeySet());
    }
}
