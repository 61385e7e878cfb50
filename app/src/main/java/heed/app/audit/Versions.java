package heed.app.audit;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps which tables of compared hospitals are told as they now are, as far as they say so themselves.
 *
 * <p>A table is told anew some seconds after a month of it has changed, so what lies on the topic may be of an earlier
 * moment. Once it is final only corrections and withdrawals change it, and each is counted: a table that is final, with
 * the restatements and the newest arrival that were recounted, is of now. All rows of a table are told in one
 * transaction, so one of them that is of now says that all must be. Topics are read one after another, though, and a
 * table may be told between: that is known at a second look only, by rows that are of an earlier moment in both.
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

    /** Notes that a row was taken back: it says nothing of its table any more. */
    void noteTombstone(String table, Object row) {
        of(current, table).remove(row);
        of(others, table).remove(row);
    }

    /** Says whether all that is told of a table is of now. */
    boolean isCurrent(String table) {
        return !of(current, table).isEmpty() && of(others, table).isEmpty();
    }

    /** Says whether some rows of a table are of now and others perhaps not, so that it takes a second look. */
    boolean isMixed() {
        return others.keySet().stream().anyMatch(this::isMixed);
    }

    /** Says whether, after an earlier look, it is known that all rows of a table should be of now. */
    boolean mustBeCurrent(String table, Versions before) {
        return isCurrent(table)
                || (isMixed(table)
                        && !of(before.current, table).isEmpty()
                        && of(before.others, table).containsAll(of(others, table)));
    }

    private boolean isMixed(String table) {
        return !of(current, table).isEmpty() && !of(others, table).isEmpty();
    }

    private static Set<Object> of(Map<String, Set<Object>> rows, String table) {
        return rows.computeIfAbsent(table, each -> ConcurrentHashMap.newKeySet());
    }
}
