package heed.connectors.table;

import java.io.IOException;
import java.util.List;

/** Reads a file of lines that have cells, whatever parts these, from the beginning at each call. */
interface Grid {

    /** Takes a line's cells, and tells whether it takes more. */
    @FunctionalInterface
    interface LineTaker {
        boolean take(long line, List<String> cells);
    }

    /**
     * Hands over lines until the taker has enough.
     *
     * @throws TableException that says what is wrong with a line, in words for whoever imports
     */
    void read(LineTaker taker) throws IOException;

    /** Returns what a line with too many cells may lack, in words that go on after a semicolon; empty for nothing. */
    String lackOfTooLongLine();
}
