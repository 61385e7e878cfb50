package heed.app.history;

import heed.topology.time.ZoneCalendar;
import heed.topology.watch.Loss;
import heed.topology.watch.WatchKey;
import heed.topology.watch.WatchRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * Watches the keys of a history, line by line, with the class that watches in the pipeline.
 *
 * <p>Keeps about 4 KB a key, however long the history. Events are printed as they are found.
 */
public final class HistoryWatch {

    private final WatchRule rule;
    private final ZoneCalendar calendar;
    private final EventLines events;
    private final Map<String, WatchKey> keys = new TreeMap<>();

    /** Holds every key of the history to {@code rule}; days begin at midnight in the calendar's zone. */
    public HistoryWatch(WatchRule rule, ZoneCalendar calendar, PrintWriter out) {
        this.rule = rule;
        this.calendar = calendar;
        this.events = new EventLines(calendar.zone(), out);
    }

    /**
     * Reads a history to its end.
     *
     * @throws IllegalArgumentException at the first line that is none; it names the line and says what to do
     */
    public void read(String name, BufferedReader history) throws IOException {
        long number = 0;
        for (String text = history.readLine(); text != null; text = history.readLine()) {
            number++;
            if (!text.isBlank()) {
                take(line(name, number, text));
            }
        }
    }

    private static ScoreLine line(String name, long number, String text) {
        try {
            return ScoreLine.parse(number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    name + ", line " + number + ": " + e.getMessage()
                            + ". Events printed so far are of the lines before it; nothing after it was read."
                            + (number == 1 ? " A line of headings has to be taken out." : ""),
                    e);
        }
    }

    private void take(ScoreLine line) {
        WatchKey key = keys.computeIfAbsent(line.key(), name -> new WatchKey(rule));
        long day = calendar.localDay(line.at());
        int hour = calendar.localHour(line.at());
        int loss = Loss.ofScore(line.score());
        switch (line.kind()) {
            case ANSWER -> key.add(day, hour, loss, line.at(), events.of(line.key()));
            case RETRACTION -> key.retract(day, hour, loss, line.at(), events.of(line.key()));
        }
    }

    /** Prints where the watch over each key stands, by key. */
    public void printStates() {
        keys.forEach((name, key) -> events.of(name).state(key.snapshot()));
    }
}
