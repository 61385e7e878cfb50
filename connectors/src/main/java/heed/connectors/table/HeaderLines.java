package heed.connectors.table;

/**
 * Says which lines of a file name its columns. Where there are several, a column's name is what stands in them from
 * above, joined by spaces; a cell above that is empty takes what is left of it, as merged cells are exported.
 *
 * @param first from 1; 0 is the first line that is not empty
 * @param last the same as {@code first} where there is one line; -1 where no line names columns
 */
public record HeaderLines(int first, int last) {

    /** The first line that is not empty. */
    public static final HeaderLines FIRST = new HeaderLines(0, 0);

    /** No line: columns have their numbers alone. */
    public static final HeaderLines NONE = new HeaderLines(0, -1);

    boolean isNone() {
        return last < 0;
    }

    boolean takes(long line, boolean foundBefore) {
        if (isNone()) {
            return false;
        }
        return first == 0 ? !foundBefore : line >= first && line <= last;
    }

    /** Tells whether a line stands above the header. */
    boolean isAbove(long line) {
        return line < first;
    }
}
