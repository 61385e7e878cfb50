package heed.connectors.rows;

import heed.schemas.Feedback;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps of each row of a file its id and a hash of what it says: an id that comes again is the same row, or wrong. */
final class RowsSeen {

    private final Map<RowKey, Row> rows = new HashMap<>();

    /** What a row says, as a hash, and where it stands. */
    record Row(long line, int said) {

        /** Tells whether a response says the same. */
        boolean says(Feedback feedback) {
            return said == feedback.hashCode();
        }

        /** Returns what is wrong with another row that has the same id and says something else. */
        String refusal() {
            return "has the id of line " + line + " and says something else; a correction has a higher revision";
        }
    }

    /** Takes a row of the file, and returns the one above that has its id; null where there is none. */
    @Nullable
    Row take(Feedback feedback, long line) {
        return rows.putIfAbsent(RowKey.of(feedback), new Row(line, feedback.hashCode()));
    }

    /** Returns the row that has an id; null where none has. */
    @Nullable
    Row at(RowKey key) {
        return rows.get(key);
    }

    /** Forgets a row, and tells whether it was there. */
    boolean remove(RowKey key) {
        return rows.remove(key) != null;
    }

    /** Returns how many responses the rows are. */
    int size() {
        return rows.size();
    }
}
