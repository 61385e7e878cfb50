package heed.topology.score;

import heed.schemas.Window;
import heed.schemas.key.ScoreKey;
import heed.topology.time.ZoneCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Remembers how windows are written: many places have panes in the same few windows, and writing dates costs more than
 * all else about a score. Bounded: a window takes the place of the one that was there before.
 */
final class WindowTexts {

    private static final int SIZE = 1_024;

    private final Map<Window, Texts[]> remembered = new EnumMap<>(Window.class);

    WindowTexts() {
        for (Window kind : Window.values()) {
            remembered.put(kind, new Texts[SIZE]);
        }
    }

    /** Returns the texts of a pane's window. */
    Texts of(PaneRow pane) {
        Texts[] ofKind = Objects.requireNonNull(remembered.get(pane.window));
        int slot = (int) Math.floorMod(TimeUnit.MILLISECONDS.toHours(pane.span.startMs()), (long) SIZE);
        Texts texts = ofKind[slot];
        if (texts == null || !texts.isOf(pane)) {
            texts = Texts.write(pane);
            ofKind[slot] = texts;
        }
        return texts;
    }

    /**
     * A window in words; windows of one kind in one zone differ in their start.
     *
     * @param zone where the label is local time
     * @param start first instant
     * @param end first instant after it
     * @param label the start in local words
     * @param keyEnding the last parts of the keys of its scores
     */
    record Texts(ZoneId zone, Instant start, Instant end, String label, String keyEnding) {

        private static Texts write(PaneRow pane) {
            ZoneCalendar calendar = pane.place.calendar();
            Instant start = Instant.ofEpochMilli(pane.span.startMs());
            return new Texts(
                    calendar.zone(),
                    start,
                    Instant.ofEpochMilli(pane.span.endMs()),
                    calendar.label(pane.window, pane.span.startMs()),
                    ScoreKey.ending(pane.window, start));
        }

        private boolean isOf(PaneRow pane) {
            return start.toEpochMilli() == pane.span.startMs()
                    && zone.equals(pane.place.calendar().zone());
        }
    }
}
