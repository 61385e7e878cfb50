package heed.topology.detect;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Names the values of events and states, in the order in which the published vectors have them. Nothing is rounded. */
final class WatchLines {

    private WatchLines() {}

    static Map<String, Object> learned(String key, WatchEvent.Learned learned) {
        Map<String, Object> fields = begin("LEARNED", key);
        fields.put("at", learned.atMs());
        fields.put("n", learned.n());
        fields.put("baseline", learned.baseline());
        fields.put("icc", learned.icc());
        return fields;
    }

    static Map<String, Object> alarm(String key, WatchEvent.Alarm alarm, ZoneId zone) {
        Map<String, Object> fields = begin("ALARM", key);
        fields.put("at", alarm.atMs());
        fields.put("evidence", alarm.evidence());
        fields.put("evidence_years", alarm.evidenceYears());
        fields.put("tuned_drop", alarm.tunedDrop());
        fields.put("since", alarm.since(zone));
        fields.put("n_since", alarm.nSince());
        fields.put("score", alarm.score());
        fields.put("score_lo", alarm.scoreLow());
        fields.put("score_hi", alarm.scoreHigh());
        fields.put("baseline", alarm.baseline());
        fields.put("drop", alarm.drop());
        fields.put("severity", alarm.size().name().toLowerCase(Locale.ROOT));
        fields.put("icc", alarm.icc());
        return fields;
    }

    static Map<String, Object> recovered(String key, WatchEvent.Recovered recovered) {
        Map<String, Object> fields = begin("RECOVERED", key);
        fields.put("at", recovered.atMs());
        fields.put("R", recovered.recovery());
        return fields;
    }

    static Map<String, Object> state(String key, WatchState state) {
        Map<String, Object> fields = begin("STATE", key);
        fields.put("status", state.status().name());
        fields.put("baseline_n", state.baselineN());
        fields.put("baseline_days", state.baselineDays());
        fields.put("baseline", state.baseline());
        fields.put("icc", state.icc());
        fields.put("evidence", state.evidence());
        fields.put("recovery", state.recovery());
        fields.put("late", state.late());
        return fields;
    }

    private static Map<String, Object> begin(String type, String key) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        fields.put("key", key);
        return fields;
    }
}
