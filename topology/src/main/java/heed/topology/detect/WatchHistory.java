package heed.topology.detect;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Takes recorded answers of many keys through the same watch as the pipeline's.
 *
 * <p>What happens is said at once, as the named values of one line. Each key costs a few kilobytes, however many
 * answers it has. Not safe for use by several threads.
 */
public final class WatchHistory {

    private final WatchRule rule;
    private final ZoneId zone;
    private final Consumer<Map<String, Object>> lines;
    private final Map<String, Watched> keys = new TreeMap<>();

    /** Holds every key to {@code rule}, counts days in {@code zone} and gives each line to {@code lines}. */
    public WatchHistory(WatchRule rule, ZoneId zone, Consumer<Map<String, Object>> lines) {
        this.rule = rule;
        this.zone = zone;
        this.lines = lines;
    }

    /**
     * Counts an answer of a key; its order among the key's answers is the order of the calls.
     *
     * @param atMs when it was given, in epoch milliseconds
     * @param score 0 to 1, 1 being the best
     */
    public void add(String key, long atMs, double score) {
        Watched watched = watched(key);
        ZonedDateTime local = local(atMs);
        watched.key.add(local.toLocalDate().toEpochDay(), local.getHour(), Loss.ofScore(score), atMs, watched);
    }

    /** Takes back an answer that was counted with the same time and score. */
    public void retract(String key, long atMs, double score) {
        Watched watched = watched(key);
        ZonedDateTime local = local(atMs);
        watched.key.retract(local.toLocalDate().toEpochDay(), local.getHour(), Loss.ofScore(score), atMs, watched);
    }

    /** Says what the watch knows now of each key, in the order of their names. */
    public void sayStates() {
        keys.forEach((name, watched) -> lines.accept(WatchLines.state(name, watched.key.snapshot())));
    }

    private ZonedDateTime local(long atMs) {
        return Instant.ofEpochMilli(atMs).atZone(zone);
    }

    private Watched watched(String name) {
        return keys.computeIfAbsent(name, Watched::new);
    }

    /** Joins a key to its name. */
    private final class Watched implements WatchListener {

        private final String name;
        private final MeasureWatch key = new MeasureWatch(rule);

        Watched(String name) {
            this.name = name;
        }

        @Override
        public void learned(WatchEvent.Learned learned) {
            lines.accept(WatchLines.learned(name, learned));
        }

        @Override
        public void alarm(WatchEvent.Alarm alarm) {
            lines.accept(WatchLines.alarm(name, alarm, zone));
        }

        @Override
        public void escalated(WatchEvent.Escalated escalated) {
            // Not of the format of lines: it has what the detector decides, not how its estimate goes on.
        }

        @Override
        public void recovered(WatchEvent.Recovered recovered) {
            lines.accept(WatchLines.recovered(name, recovered));
        }
    }
}
