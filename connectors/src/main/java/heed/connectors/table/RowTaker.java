package heed.connectors.table;

/** Takes the rows of a table in their order. */
public interface RowTaker {

    /** Takes a row. */
    void take(TableRow row);

    /** Takes note of a line that is no row, and why, in words that go on after its place. */
    void refuse(long line, String why);
}
