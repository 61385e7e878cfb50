package heed.topology.episode;

import heed.schemas.Flag;
import heed.schemas.key.WeekKey;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import heed.topology.store.HeapState;
import heed.topology.time.UtcDay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The watched measures of whole hospitals and their newest alarms, a row a measure and hospital. Bounded by these and
 * by {@link WatchedLine#MOST}.
 *
 * <p>Episodes are no rows: they follow from the alarms, to the bit, and what a commit writes it has said.
 */
final class EpisodeState implements HeapState {

    private final EpisodeRules rules;
    private final NavigableMap<String, Measure> measures = new TreeMap<>();
    private final Set<Line> changed = new LinkedHashSet<>();
    private final RowWriter row = new RowWriter();

    EpisodeState(EpisodeRules rules) {
        this.rules = rules;
    }

    /** Takes in what the watch told. */
    void put(Flag flag) {
        Line line = new Line(flag.getMeasure(), flag.getHospital());
        Measure measure = measures.computeIfAbsent(line.measure, name -> new Measure());
        measure.lines.computeIfAbsent(line.hospital, code -> new WatchedLine()).take(flag);
        changed.add(line);
    }

    /** Hands over every episode that what was put in changes; called before the changes are written. */
    void forEachChanged(Changed taker) {
        Set<String> names = new TreeSet<>();
        changed.forEach(line -> names.add(line.measure));
        names.forEach(name -> Objects.requireNonNull(measures.get(name), "a changed line is of a known measure")
                .update(name, taker));
    }

    /** Works the episodes out, after a restore: they were said when the rows were written. */
    void restored() {
        measures.forEach((name, measure) -> measure.update(name, (key, episode, asOfMs) -> {}));
    }

    @Override
    public void writeChanges(ChangeWriter changelog) {
        changed.forEach(line -> {
            byte[] key = row.clear().text(line.measure).text(line.hospital).toBytes();
            Measure measure = Objects.requireNonNull(measures.get(line.measure), "a changed line is known");
            Objects.requireNonNull(measure.lines.get(line.hospital), "a changed line is known")
                    .write(row.clear());
            changelog.write(key, row.toBytes());
        });
        changed.clear();
    }

    @Override
    public void restore(byte[] key, byte @Nullable [] value) {
        RowReader reader = new RowReader().of(key);
        Measure measure = measures.computeIfAbsent(reader.text(), name -> new Measure());
        String hospital = reader.text();
        reader.of(Objects.requireNonNull(value, "rows of episodes are never deleted"));
        measure.lines.put(hospital, WatchedLine.read(reader));
    }

    /** Takes an episode by its key; null where there is none any more. */
    @FunctionalInterface
    interface Changed {

        void take(WeekKey key, @Nullable FoundEpisode episode, long asOfMs);
    }

    private record Line(String measure, String hospital) {}

    private final class Measure {

        private final NavigableMap<String, WatchedLine> lines = new TreeMap<>();
        private Map<WeekKey, FoundEpisode> told = Map.of();

        void update(String name, Changed taker) {
            Map<WeekKey, FoundEpisode> found = new LinkedHashMap<>();
            MeasureEpisodes.in(lines, rules).forEach(each -> found.put(week(name, each), each));
            Set<WeekKey> gone = new HashSet<>(told.keySet());
            gone.removeAll(found.keySet());
            gone.stream()
                    .sorted(Comparator.comparing(WeekKey::text))
                    .forEach(key -> taker.take(key, null, asOfMs(key)));
            found.forEach((key, episode) -> {
                if (!episode.equals(told.get(key))) {
                    taker.take(key, episode, episode.asOfMs());
                }
            });
            told = found;
        }

        private long asOfMs(WeekKey key) {
            return Objects.requireNonNull(told.get(key), "what is gone was told")
                    .asOfMs();
        }
    }

    private static WeekKey week(String measure, FoundEpisode episode) {
        return WeekKey.at(measure, LocalDate.ofEpochDay(UtcDay.of(episode.openedMs())));
    }
}
