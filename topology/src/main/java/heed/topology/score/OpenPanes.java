package heed.topology.score;

import heed.schemas.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Keeps the panes that are said once more when they become final: all but hours, which are final when their day is. By
 * the end of their window: many panes share few ends.
 */
final class OpenPanes {

    private final NavigableMap<Long, List<PaneRow>> byEnd = new TreeMap<>();

    void add(PaneRow row) {
        if (row.window != Window.HOUR) {
            byEnd.computeIfAbsent(row.span.endMs(), endMs -> new ArrayList<>()).add(row);
        }
    }

    /** Hands over those whose window ended by {@code instantMs}, and forgets them. */
    void closeThrough(long instantMs, Consumer<PaneRow> closed) {
        while (!byEnd.isEmpty() && byEnd.firstKey() <= instantMs) {
            byEnd.pollFirstEntry().getValue().forEach(closed);
        }
    }

    void clear() {
        byEnd.clear();
    }
}
