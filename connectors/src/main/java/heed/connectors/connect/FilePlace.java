package heed.connectors.connect;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says how far a file has been read.
 *
 * @param line on which the last row that was taken begins; 0 before the first
 * @param isEnd whether it is the last that there is to take
 */
record FilePlace(long line, boolean isEnd) {

    static final FilePlace BEGINNING = new FilePlace(0, false);

    private static final String LINE = "line";
    private static final String END = "end";

    /** Returns the place that Connect kept; the beginning where it has none. */
    static FilePlace of(@Nullable Map<String, Object> offset) {
        return offset != null && offset.get(LINE) instanceof Number line
                ? new FilePlace(line.longValue(), Boolean.TRUE.equals(offset.get(END)))
                : BEGINNING;
    }

    /** Returns the same as Connect keeps it. */
    Map<String, Object> offset() {
        return Map.of(LINE, line, END, isEnd);
    }

    /** Tells whether a map is one that {@link #offset} could have returned. */
    static boolean isOffset(Map<String, ?> map) {
        return map.keySet().equals(Set.of(LINE, END))
                && (map.get(LINE) instanceof Long || map.get(LINE) instanceof Integer)
                && map.get(LINE) instanceof Number line
                && line.longValue() >= 0
                && map.get(END) instanceof Boolean;
    }
}
