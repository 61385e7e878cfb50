package heed.topology.score;

import heed.schemas.Window;
import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import heed.topology.time.ZoneCalendar.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The panes of one questionnaire at one place. The pane used last is tried first: responses come nearly in order. */
final class PlacePanes {

    private static final Window[] KINDS = Window.values();

    private final Place place;
    private final MeasureGroup group;
    private final Consumer<PaneRow> created;
    private final PaneRow[] last = new PaneRow[KINDS.length];
    private final List<Map<Long, PaneRow>> byStart =
            Stream.of(KINDS).<Map<Long, PaneRow>>map(kind -> new HashMap<>()).toList();

    PlacePanes(Place place, MeasureGroup group, Consumer<PaneRow> created) {
        this.place = place;
        this.group = group;
        this.created = created;
    }

    /** Returns the pane that {@code instant} falls into, a new one where there is none. */
    PaneRow at(Window kind, long instant) {
        PaneRow recent = last[kind.ordinal()];
        if (recent == null || !recent.span.contains(instant)) {
            Span span = place.calendar().span(kind, instant);
            Map<Long, PaneRow> panes = byStart.get(kind.ordinal());
            recent = panes.get(span.start());
            if (recent == null) {
                recent = new PaneRow(place, group, kind, span);
                panes.put(span.start(), recent);
                created.accept(recent);
            }
            last[kind.ordinal()] = recent;
        }
        return recent;
    }

    /** Takes in a pane from the changelog. */
    void restore(PaneRow row) {
        byStart.get(row.window.ordinal()).put(row.span.start(), row);
    }

    /** Forgets a pane. */
    void remove(Window kind, long start) {
        PaneRow removed = byStart.get(kind.ordinal()).remove(start);
        if (last[kind.ordinal()] == removed) {
            last[kind.ordinal()] = null;
        }
    }

    /** Returns the panes that meet a condition. */
    List<PaneRow> where(Predicate<PaneRow> condition) {
        return byStart.stream()
                .flatMap(panes -> panes.values().stream())
                .filter(condition)
                .toList();
    }
}
