package heed.app.history;

import heed.topology.watch.WatchEvent;
import heed.topology.watch.WatchListener;
import heed.topology.watch.WatchState;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Locale;

/** Prints what the watch finds, a JSON object a line. Numbers have all their digits: read back, they are the same. */
final class EventLines implements WatchListener {

    private static final char[] QUOTES = {'"', '\\'};

    private final ZoneId zone;
    private final PrintWriter out;
    private final StringBuilder line = new StringBuilder();
    private String key = "";

    EventLines(ZoneId zone, PrintWriter out) {
        this.zone = zone;
        this.out = out;
    }

    /** Names the key that the next events are of. */
    EventLines of(String name) {
        key = name;
        return this;
    }

    @Override
    public void learned(WatchEvent.Learned event) {
        begin("LEARNED");
        put("at", event.at());
        put("n", event.n());
        put("baseline", event.baseline());
        put("icc", event.icc());
        end();
    }

    @Override
    public void alarm(WatchEvent.Alarm event) {
        begin("ALARM");
        put("at", event.at());
        put("evidence", event.evidence());
        put("evidence_years", event.evidenceYears());
        put("tuned_drop", event.tunedDrop());
        put("since", event.since(zone));
        put("n_since", event.nSince());
        put("score", event.score());
        put("score_lo", event.scoreLow());
        put("score_hi", event.scoreHigh());
        put("baseline", event.baseline());
        put("drop", event.drop());
        put("severity", event.severity().name().toLowerCase(Locale.ROOT));
        put("icc", event.icc());
        end();
    }

    @Override
    public void recovered(WatchEvent.Recovered event) {
        begin("RECOVERED");
        put("at", event.at());
        put("R", event.recovery());
        end();
    }

    /** Prints where the watch over the named key stands. */
    void state(WatchState state) {
        begin("STATE");
        put("status", state.status().name());
        put("baseline_n", state.baselineN());
        put("baseline_days", state.baselineDays());
        put("baseline", state.baseline());
        put("icc", state.icc());
        put("evidence", state.evidence());
        put("recovery", state.recovery());
        put("late", state.late());
        end();
    }

    private void begin(String type) {
        line.setLength(0);
        line.append('{');
        put("type", type);
        put("key", key);
    }

    private void end() {
        out.println(line.append('}'));
    }

    private void put(String field, String text) {
        name(field).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                line.append(c == QUOTES[0] || c == QUOTES[1] ? "\\" : "").append(c);
            }
        }
        line.append('"');
    }

    private void put(String field, long number) {
        name(field).append(number);
    }

    private void put(String field, double number) {
        name(field).append(number);
    }

    private StringBuilder name(String field) {
        return line.append(line.length() > 1 ? ", " : "")
                .append('"')
                .append(field)
                .append("\": ");
    }
}
