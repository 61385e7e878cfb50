package heed.topology.score;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Keeps the panes that are said once more when they become final, by the end of their window: many share few ends. */
final class OpenPanes {

    private final NavigableMap<Long, List<PaneRow>> byEnd = new TreeMap<>();

    void add(PaneRow row) {
        byEnd.computeIfAbsent(row.span.endMs(), endMs -> new ArrayList<>()).add(row);
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
