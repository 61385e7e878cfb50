package heed.topology.score;

import heed.schemas.Window;
import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import heed.topology.time.ZoneCalendar.Span;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The panes of one questionnaire at one place. */
final class PlacePanes {

    private final Place place;
    private final MeasureGroup group;
    private final Consumer<PaneRow> created;
    private final Map<Window, PaneSeries> series = new EnumMap<>(Window.class);

    PlacePanes(Place place, MeasureGroup group, Consumer<PaneRow> created) {
        this.place = place;
        this.group = group;
        this.created = created;
        for (Window kind : Window.values()) {
            series.put(kind, new PaneSeries());
        }
    }

    /** Returns the pane that {@code instantMs} falls into, a new one where there is none. */
    PaneRow at(Window kind, long instantMs) {
        PaneSeries ofKind = of(kind);
        PaneRow found = ofKind.at(instantMs);
        if (found == null) {
            Span span = place.calendar().span(kind, instantMs);
            found = ofKind.startingAt(span.startMs());
            if (found == null) {
                found = new PaneRow(place, group, kind, span);
                ofKind.put(found);
                created.accept(found);
            }
        }
        return found;
    }

    private PaneSeries of(Window kind) {
        return Objects.requireNonNull(series.get(kind));
    }

    /** Takes in a pane from the changelog. */
    void restore(PaneRow row) {
        of(row.window).put(row);
    }

    /** Forgets a pane. */
    void remove(Window kind, long startMs) {
        of(kind).removeIf(row -> row.span.startMs() == startMs);
    }

    /** Forgets the panes that meet a condition; each is tested once. */
    void removeIf(Predicate<PaneRow> condition) {
        series.values().forEach(ofKind -> ofKind.removeIf(condition));
    }

    /** Forgets the panes that ended by {@code endMs} and meet a condition; each is tested once. */
    void removeEndedBy(long endMs, Predicate<PaneRow> condition) {
        series.values().forEach(ofKind -> ofKind.removeEndedBy(endMs, condition));
    }

    /** Hands over every pane. */
    void forEach(Consumer<PaneRow> action) {
        series.values().forEach(ofKind -> ofKind.forEach(action));
    }
}
