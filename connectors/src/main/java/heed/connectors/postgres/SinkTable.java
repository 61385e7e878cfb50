package heed.connectors.postgres;

import heed.schemas.flat.FlatColumn;
import heed.schemas.flat.FlatTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says a table in SQL: its columns are those of the rows, with types and comments of the contracts, and first the key
 * of the record that a row is from, by which a tombstone deletes.
 */
final class SinkTable {

    /** The column of the record's key; it names a row where the contract's own columns can be null. */
    static final String RECORD_KEY = "record_key";

    private final FlatTable<?> rows;
    private final String schema;
    private final String rowKey;
    private final List<List<String>> indexes;

    /**
     * Takes the rows and the schema that the table is in.
     *
     * @param rowKey the column that names a row
     * @param indexes columns of each further index
     */
    SinkTable(FlatTable<?> rows, String schema, String rowKey, List<List<String>> indexes) {
        this.rows = rows;
        this.schema = schema;
        this.rowKey = rowKey;
        this.indexes = indexes;
    }

    /** Quotes a name, whatever it is. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private String name() {
        return quoted(schema) + "." + quoted(rows.name());
    }

    /** Returns the statements that make the table, or add to one of an earlier release what it lacks. */
    List<String> creation() {
        List<String> statements = new ArrayList<>();
        statements.add("create table if not exists " + name() + " (" + quoted(RECORD_KEY) + " text not null, "
                + rows.columns().stream().map(SinkTable::declaration).collect(Collectors.joining(", "))
                + ", primary key (" + quoted(rowKey) + "))");
        rows.columns()
                .forEach(column -> statements.add("alter table " + name() + " add column if not exists "
                        + quoted(column.name()) + " " + type(column)));
        statements.add("comment on table " + name() + " is " + literal(rows.doc()));
        statements.add("comment on column " + name() + "." + quoted(RECORD_KEY) + " is "
                + literal("Key of the record of " + rows.topic().name() + " that the row is from."));
        rows.columns()
                .forEach(column -> statements.add(
                        "comment on column " + name() + "." + quoted(column.name()) + " is " + literal(column.doc())));
        indexes.forEach(columns -> statements.add("create index if not exists "
                + quoted(rows.name() + "_by_" + String.join("_", columns)) + " on " + name() + " ("
                + columns.stream().map(SinkTable::quoted).collect(Collectors.joining(", ")) + ")"));
        return statements;
    }

    private static String declaration(FlatColumn column) {
        return quoted(column.name()) + " " + type(column)
                + (column.presence() == FlatColumn.Presence.ALWAYS ? " not null" : "");
    }

    private static String type(FlatColumn column) {
        return switch (column.kind()) {
            case TEXT -> "text";
            case WHOLE -> "bigint";
            case NUMBER -> "double precision";
            case TRUTH -> "boolean";
            case INSTANT -> "timestamp with time zone";
        };
    }

    /** Returns the statement that writes a row in place of one that is there; its parameters are key and cells. */
    String upsert() {
        List<String> columns = new ArrayList<>(List.of(quoted(RECORD_KEY)));
        rows.columns().forEach(column -> columns.add(quoted(column.name())));
        return "insert into " + name() + " (" + String.join(", ", columns) + ") values ("
                + IntStream.range(0, columns.size()).mapToObj(each -> "?").collect(Collectors.joining(", "))
                + ") on conflict (" + quoted(rowKey) + ") do update set "
                + columns.stream()
                        .filter(column -> !column.equals(quoted(rowKey)))
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
    }

    /** Returns the statement that takes out what is from a record's key. */
    String delete() {
        return "delete from " + name() + " where " + quoted(RECORD_KEY) + " = ?";
    }

    /** Returns the statement that takes everything out. */
    String empty() {
        return "delete from " + name();
    }
}
