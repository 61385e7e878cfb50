package heed.topology.score;

import heed.schemas.Window;
import heed.schemas.key.ScoreKey;
import heed.topology.time.ZoneCalendar;
import java.nio.charset.StandardCharsets;
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
            texts = new Texts(pane);
            ofKind[slot] = texts;
        }
        return texts;
    }

    /** A window in words; windows of one kind in one zone differ in their start. */
    static final class Texts {

        private final ZoneId zone;
        private final Instant start;
        private final Instant end;
        private final String label;
        private final byte[] keyEnding;
        private final byte[] valuePart;

        private Texts(PaneRow pane) {
            ZoneCalendar calendar = pane.place.calendar();
            zone = calendar.zone();
            start = Instant.ofEpochMilli(pane.span.startMs());
            end = Instant.ofEpochMilli(pane.span.endMs());
            label = calendar.label(pane.window, pane.span.startMs());
            keyEnding = ScoreKey.ending(pane.window, start).getBytes(StandardCharsets.UTF_8);
            valuePart = ScoreValues.window(pane, label);
        }

        /** Returns the first instant. */
        Instant start() {
            return start;
        }

        /** Returns the first instant after it. */
        Instant end() {
            return end;
        }

        /** Returns the start in local words. */
        String label() {
            return label;
        }

        /** Returns the last parts of the keys of its scores, as the topic has them; not to be changed. */
        byte[] keyEnding() {
            return keyEnding;
        }

        /** Returns what the values of its scores have of it; not to be changed. */
        byte[] valuePart() {
            return valuePart;
        }

        private boolean isOf(PaneRow pane) {
            return start.toEpochMilli() == pane.span.startMs()
                    && end.toEpochMilli() == pane.span.endMs()
                    && zone.equals(pane.place.calendar().zone());
        }
    }
}
