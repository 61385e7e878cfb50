package heed.connectors.mapping;

import heed.connectors.submission.SubmissionPlace;
import java.util.Map;

/** Names a place of a table: a line, and the column that a field is from. */
record RowPlace(String file, long line, Map<String, String> columns, String field) implements SubmissionPlace {

    static RowPlace of(String file, long line, Map<String, String> columns) {
        return new RowPlace(file, line, columns, "");
    }

    @Override
    public String text() {
        String column = columns.get(field);
        if (field.isEmpty()) {
            return file + ", line " + line + ":";
        }
        return file + ", line " + line + ": " + (column == null ? field : field + " (column '" + column + "')");
    }

    @Override
    public SubmissionPlace field(String name) {
        return new RowPlace(file, line, columns, field.isEmpty() ? name : field + "." + name);
    }
}
