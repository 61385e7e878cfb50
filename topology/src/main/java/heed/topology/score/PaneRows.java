package heed.topology.score;

import heed.schemas.Window;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.response.ScoredMeasure;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import heed.topology.time.ZoneCalendar.Span;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes panes as changelog rows and reads them. Measures are stored by name: slots are not. */
final class PaneRows {

    private static final int VERSION = 1;
    private final Places places;
    private final MeasureCatalogue catalogue;
    private final RowWriter row = new RowWriter();
    /** One span for all panes of a window: there are far fewer windows than panes. */
    private final Map<Span, Span> spans = new HashMap<>();

    PaneRows(Places places, MeasureCatalogue catalogue) {
        this.places = places;
        this.catalogue = catalogue;
    }

    byte[] key(PaneRow pane) {
        String unit = pane.place.unit();
        return row.clear()
                .text(pane.place.hospital())
                .text(unit == null ? "" : unit)
                .text(pane.group.name())
                .text(pane.window.name())
                .number(pane.span.startMs())
                .number(pane.span.endMs())
                .toBytes();
    }

    byte[] value(PaneRow pane) {
        row.clear().octet(VERSION).number(pane.ledgerDay);
        for (ScoredMeasure measure : pane.group.measures()) {
            int slot = measure.slot();
            if (slot < pane.slots() && pane.asOfMs(slot) != PaneRow.UNTOUCHED) {
                row.text(measure.name())
                        .number(pane.n(slot))
                        .number(pane.sum(slot))
                        .number(pane.sumOfSquares(slot))
                        .number(pane.asOfMs(slot))
                        .number(pane.restatements(slot));
                if (pane.hasDays()) {
                    row.number(pane.dated(slot)).number(pane.squaredN(slot)).number(pane.squaredSum(slot));
                }
            }
        }
        return row.toBytes();
    }

    /** Returns the key of the row that says which windows are final: that of a pane at a hospital without a name. */
    byte[] closedThroughKey() {
        return row.clear().text("").toBytes();
    }

    byte[] closedThrough(Closed closed) {
        return row.clear()
                .octet(VERSION)
                .number(closed.throughMs())
                .text(closed.unitsFrom().name())
                .toBytes();
    }

    static boolean isClosedThrough(byte[] key) {
        return new RowReader().of(key).text().isEmpty();
    }

    static Closed readClosedThrough(byte[] value) {
        RowReader reader = new RowReader().of(value);
        reader.requireVersion(VERSION, "score state");
        return new Closed(reader.number(), Window.valueOf(reader.text()));
    }

    /**
     * What holds for all panes.
     *
     * @param throughMs windows that ended by then are final
     * @param unitsFrom the shortest window that units have panes of
     */
    record Closed(long throughMs, Window unitsFrom) {}

    /** Reads a row; where {@code value} is null, the pane named by the key without content. */
    PaneRow read(byte[] key, byte @Nullable [] value) {
        RowReader reader = new RowReader().of(key);
        String hospital = reader.text();
        String unit = reader.text();
        Place place = places.of(hospital, unit.isEmpty() ? null : unit);
        MeasureGroup group = catalogue.group(reader.text());
        Window window = Window.valueOf(reader.text());
        PaneRow pane = new PaneRow(place, group, window, shared(new Span(reader.number(), reader.number())));
        if (value != null) {
            content(reader.of(value), pane);
        }
        return pane;
    }

    private Span shared(Span span) {
        Span known = spans.putIfAbsent(span, span);
        return known == null ? span : known;
    }

    private void content(RowReader reader, PaneRow pane) {
        reader.requireVersion(VERSION, "score state");
        pane.ledgerDay = reader.number();
        while (reader.hasMore()) {
            ScoredMeasure measure = catalogue.byName(reader.text());
            pane.set(measure.slot(), reader.number(), reader.number(), reader.number(), reader.number());
            long restatements = reader.number();
            if (restatements > 0) {
                pane.restore(measure.slot(), restatements);
            }
            if (pane.hasDays()) {
                pane.setDays(measure.slot(), reader.number(), reader.number(), reader.number());
            }
        }
    }
}
