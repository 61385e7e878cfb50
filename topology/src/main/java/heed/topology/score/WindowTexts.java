package heed.topology.score;

import heed.schemas.ScoreKey;
import heed.schemas.Window;
import heed.topology.time.ZoneCalendar;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Remembers how windows are written: many places have panes in the same few windows, and writing dates costs more
 * than all else about a score. Bounded: a window takes the place of the one that was there before.
 */
final class WindowTexts {

    private static final int SIZE = 1_024;

    private final Texts[] remembered = new Texts[SIZE];

    /** Returns the texts of a pane's window. */
    Texts of(PaneRow pane) {
        long start = pane.span.start();
        int slot = (int) ((start / 60_000 * 31 + pane.window.ordinal()) * 0x9E3779B9L >>> 16) & (SIZE - 1);
        Texts texts = remembered[slot];
        if (texts == null || !texts.isOf(pane)) {
            texts = Texts.write(pane);
            remembered[slot] = texts;
        }
        return texts;
    }

    /**
     * A window in words.
     *
     * @param zone where the label is local time
     * @param kind kind of window
     * @param start first instant
     * @param end first instant after it
     * @param label the start in local words
     * @param keyEnding the last parts of the keys of its scores
     */
    record Texts(ZoneId zone, Window kind, Instant start, Instant end, String label, String keyEnding) {

        private static Texts write(PaneRow pane) {
            ZoneCalendar calendar = pane.place.calendar();
            Instant start = Instant.ofEpochMilli(pane.span.start());
            return new Texts(
                    calendar.zone(),
                    pane.window,
                    start,
                    Instant.ofEpochMilli(pane.span.end()),
                    calendar.label(pane.window, pane.span.start()),
                    ScoreKey.ending(pane.window, start));
        }

        private boolean isOf(PaneRow pane) {
            return kind == pane.window
                    && start.toEpochMilli() == pane.span.start()
                    && zone.equals(pane.place.calendar().zone());
        }
    }
}
