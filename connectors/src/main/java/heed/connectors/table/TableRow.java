package heed.connectors.table;

import java.util.List;

/** Gives one row's cells by their columns. */
public interface TableRow {

    /** Returns the line of the file on which the row begins. */
    long line();

    /** Returns a cell's text as {@link Cells} cleans it; empty where the row has none in the column. */
    String cell(String column);

    /** Tells whether the row ends before a column that the others have. */
    boolean endsBefore(String column);

    /** Returns all that the row says, as it says it: rows that are alike have the same. */
    List<String> content();
}
