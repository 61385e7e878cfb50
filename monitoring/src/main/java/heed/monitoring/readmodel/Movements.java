package heed.monitoring.readmodel;

import heed.schemas.Movement;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.WeekKey;
import heed.schemas.topic.Topics;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Holds by how much all hospitals moved together. Immutable. Everybody may see it who is shown figures of as few
 * answers as a hospital was compared with: at least ten hospitals are taken together, and none can be told from the
 * others.
 *
 * @param byMeasure the weeks of each measure, by their Monday
 */
public record Movements(Map<String, Map<LocalDate, Movement>> byMeasure) implements Part {

    public Movements {
        byMeasure = Map.copyOf(byMeasure);
    }

    static ModelEntry entry(Disclosure disclosure) {
        return new LatestEntry<>(
                Topics.MOVEMENTS,
                movement -> WeekKey.of(movement).text(),
                movement -> {},
                disclosure::takes,
                Movements::ofLatest);
    }

    private static Movements ofLatest(Map<String, Movement> latest) {
        Map<String, Map<LocalDate, Movement>> weeks = new HashMap<>();
        latest.values().forEach(movement -> weeks.computeIfAbsent(movement.getMeasure(), measure -> new HashMap<>())
                .put(LocalDate.ofEpochDay(movement.getMonday()), movement));
        return new Movements(weeks);
    }

    @Override
    public Movements seenBy(Viewer viewer) {
        return this;
    }

    /** Returns the weeks of a measure, by their Monday. */
    public Map<LocalDate, Movement> of(String measure) {
        return byMeasure.getOrDefault(measure, Map.of());
    }
}
