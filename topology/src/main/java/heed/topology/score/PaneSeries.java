package heed.topology.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Panes of one place and kind of window, in order of their start: a list, since new ones come at the end and a map's
 * entries would be larger than the panes. The pane used last is tried first: responses come nearly in order.
 */
final class PaneSeries {

    private final List<PaneRow> rows = new ArrayList<>();
    private @Nullable PaneRow recent;

    /** Returns the pane that {@code instantMs} falls into, or null. */
    @Nullable
    PaneRow at(long instantMs) {
        if (recent == null || !recent.span.contains(instantMs)) {
            int before = firstFrom(instantMs + 1) - 1;
            if (before < 0 || !rows.get(before).span.contains(instantMs)) {
                return null;
            }
            recent = rows.get(before);
        }
        return recent;
    }

    /** Returns the pane that starts at {@code startMs}, or null. */
    @Nullable
    PaneRow startingAt(long startMs) {
        int place = firstFrom(startMs);
        return place < rows.size() && rows.get(place).span.startMs() == startMs ? rows.get(place) : null;
    }

    /** Puts a pane in its place, instead of the one that starts when it does. */
    void put(PaneRow row) {
        int place = firstFrom(row.span.startMs());
        if (place < rows.size() && rows.get(place).span.startMs() == row.span.startMs()) {
            rows.set(place, row);
        } else {
            rows.add(place, row);
        }
        recent = row;
    }

    /** Forgets the panes that meet a condition; each is tested once. */
    void removeIf(Predicate<PaneRow> condition) {
        if (rows.removeIf(condition)) {
            recent = null;
        }
    }

    /**
     * Forgets the panes that ended by {@code endMs} and meet a condition. Those that end later are not looked at: panes
     * are kept for months, and only the oldest are ever done.
     */
    void removeEndedBy(long endMs, Predicate<PaneRow> condition) {
        int ended = 0;
        while (ended < rows.size() && rows.get(ended).endsBy(endMs)) {
            ended++;
        }
        if (rows.subList(0, ended).removeIf(condition)) {
            recent = null;
        }
    }

    void forEach(Consumer<PaneRow> action) {
        rows.forEach(action);
    }

    /** Returns the place of the first pane that starts at {@code instantMs} or after it. */
    private int firstFrom(long instantMs) {
        int low = 0;
        int high = rows.size();
        if (high == 0 || rows.get(high - 1).span.startMs() < instantMs) {
            return high;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).span.startMs() < instantMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
