package heed.bench.flat;

import heed.schemas.Window;
import heed.topology.time.ZoneCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Numbers calendar windows, and keeps what they add to the keys and values of scores. */
public final class WindowTable {

    private static final Window[] KINDS = Window.values();

    private final ZoneCalendar calendar;
    private final LongIntMap index = new LongIntMap();
    private final List<NumberedWindow> windows = new ArrayList<>();
    private final int[] recent = new int[KINDS.length];
    private final ByteSink sink = new ByteSink();

    /** Knows the calendar of a zone. */
    public WindowTable(ZoneId zone) {
        calendar = new ZoneCalendar(zone);
    }

    /** Returns a window by its number. */
    public NumberedWindow get(int number) {
        return windows.get(number);
    }

    /** Returns the number of the window of a kind that an instant falls into. */
    public int of(int kind, long instantMs) {
        if (!windows.isEmpty()) {
            NumberedWindow last = windows.get(recent[kind]);
            if (last.kind == kind && instantMs >= last.startMs && instantMs < last.endMs) {
                return recent[kind];
            }
        }
        ZoneCalendar.Span span = calendar.span(KINDS[kind], instantMs);
        long key = (span.startMs() << 2) | kind;
        int known = index.get(key);
        if (known == LongIntMap.NONE) {
            known = windows.size();
            index.put(key, known);
            windows.add(write(kind, span));
        }
        recent[kind] = known;
        return known;
    }

    private NumberedWindow write(int kind, ZoneCalendar.Span span) {
        String start = Instant.ofEpochMilli(span.startMs()).toString();
        byte[] keyEnding = ("|" + KINDS[kind].name() + "|" + start).getBytes(StandardCharsets.UTF_8);
        byte[] label = calendar.label(KINDS[kind], span.startMs()).getBytes(StandardCharsets.UTF_8);
        byte[] part = sink.clear()
                .number(kind)
                .number(span.startMs())
                .number(span.endMs())
                .text(label)
                .toBytes();
        return new NumberedWindow(kind, span.startMs(), span.endMs(), keyEnding, part);
    }

    /** A window, with the bytes that name it. */
    public static final class NumberedWindow {

        private final int kind;
        private final long startMs;
        private final long endMs;
        private final byte[] keyEnding;
        private final byte[] part;

        private NumberedWindow(int kind, long startMs, long endMs, byte[] keyEnding, byte[] part) {
            this.kind = kind;
            this.startMs = startMs;
            this.endMs = endMs;
            this.keyEnding = keyEnding;
            this.part = part;
        }

        /** Returns its first instant. */
        public long startMs() {
            return startMs;
        }

        /** Returns its end. */
        public long endMs() {
            return endMs;
        }

        byte[] keyEnding() {
            return keyEnding;
        }

        byte[] part() {
            return part;
        }
    }
}
