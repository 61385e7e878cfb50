package heed.topology.score;

import heed.schemas.Window;
import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import heed.topology.time.ZoneCalendar.Span;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The panes of one questionnaire at one place. The pane used last is tried first: responses come nearly in order. */
final class PlacePanes {

    private final Place place;
    private final MeasureGroup group;
    private final Consumer<PaneRow> created;
    private final Map<Window, PaneRow> last = new EnumMap<>(Window.class);
    private final Map<Window, Map<Long, PaneRow>> byStart = new EnumMap<>(Window.class);

    PlacePanes(Place place, MeasureGroup group, Consumer<PaneRow> created) {
        this.place = place;
        this.group = group;
        this.created = created;
        for (Window kind : Window.values()) {
            byStart.put(kind, new HashMap<>());
        }
    }

    /** Returns the pane that {@code instant} falls into, a new one where there is none. */
    PaneRow at(Window kind, long instant) {
        PaneRow recent = last.get(kind);
        if (recent == null || !recent.span.contains(instant)) {
            Span span = place.calendar().span(kind, instant);
            Map<Long, PaneRow> panes = byStart.get(kind);
            recent = panes.get(span.start());
            if (recent == null) {
                recent = new PaneRow(place, group, kind, span);
                panes.put(span.start(), recent);
                created.accept(recent);
            }
            last.put(kind, recent);
        }
        return recent;
    }

    /** Takes in a pane from the changelog. */
    void restore(PaneRow row) {
        byStart.get(row.window).put(row.span.start(), row);
    }

    /** Forgets a pane. */
    void remove(Window kind, long start) {
        PaneRow removed = byStart.get(kind).remove(start);
        if (last.get(kind) == removed) {
            last.remove(kind);
        }
    }

    /** Returns the panes that meet a condition. */
    List<PaneRow> where(Predicate<PaneRow> condition) {
        return byStart.values().stream()
                .flatMap(panes -> panes.values().stream())
                .filter(condition)
                .toList();
    }
}
