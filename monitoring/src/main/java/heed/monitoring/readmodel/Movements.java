package heed.monitoring.readmodel;

import heed.schemas.Movement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Holds by how much all hospitals moved together. Immutable. Who sees all hospitals is told of every week; who does not
 * of closed ones alone: each answer moves a week that is not closed, and so would tell of one elsewhere.
 *
 * @param byMeasure the weeks of each measure, by their Monday
 * @param closed those of them in which no new answer counts
 */
public record Movements(Map<String, Map<LocalDate, Movement>> byMeasure, Map<String, Map<LocalDate, Movement>> closed)
        implements Part {

    public Movements {
        byMeasure = copy(byMeasure);
        closed = copy(closed);
    }

    private static Map<String, Map<LocalDate, Movement>> copy(Map<String, Map<LocalDate, Movement>> weeks) {
        return weeks.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> Map.copyOf(each.getValue())));
    }

    static Movements ofLatest(Map<String, Movement> latest) {
        Map<String, Map<LocalDate, Movement>> weeks = new HashMap<>();
        latest.values().forEach(movement -> weeks.computeIfAbsent(movement.getMeasure(), measure -> new HashMap<>())
                .put(LocalDate.ofEpochDay(movement.getMonday()), movement));
        return new Movements(weeks, Map.of());
    }

    @Override
    public Movements seenBy(Viewer viewer) {
        return viewer.seesAll() ? this : new Movements(closed, closed);
    }

    /** Returns the weeks of a measure, by their Monday. */
    public Map<LocalDate, Movement> of(String measure) {
        return byMeasure.getOrDefault(measure, Map.of());
    }
}
