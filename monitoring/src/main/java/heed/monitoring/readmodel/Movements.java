package heed.monitoring.readmodel;

import heed.schemas.Movement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Holds by how much all hospitals moved together. Immutable. Who sees all hospitals is told of every week as it is; who
 * does not of weeks that are over, as they were then: each answer moves a week, and so would tell of one elsewhere.
 *
 * @param byMeasure the weeks of each measure, by their Monday
 * @param staying of them those for who does not see all hospitals
 */
public record Movements(Map<String, Map<LocalDate, Movement>> byMeasure, Map<String, Map<LocalDate, Movement>> staying)
        implements Part {

    public Movements {
        byMeasure = copy(byMeasure);
        staying = copy(staying);
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
        return viewer.seesAll() ? this : new Movements(staying, staying);
    }

    /** Returns the weeks of a measure, by their Monday. */
    public Map<LocalDate, Movement> of(String measure) {
        return byMeasure.getOrDefault(measure, Map.of());
    }
}
