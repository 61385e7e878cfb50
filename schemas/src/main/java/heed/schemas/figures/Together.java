package heed.schemas.figures;

import heed.schemas.Drop;
import heed.schemas.Episode;
import heed.schemas.Movement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the episode that a drop falls into, and what all hospitals did by the end of one. */
public final class Together {

    private Together() {}

    /** Returns the newest episode of a drop's measure in the weeks of which an alarm raised the drop. */
    public static Optional<Episode> around(Drop drop, Collection<Episode> episodes) {
        return episodes.stream()
                .filter(episode -> episode.getMeasure().equals(drop.getMeasure()))
                .filter(episode -> holds(episode, drop.getOpenedAt()) || holds(episode, drop.getReopenedAt()))
                .max(Comparator.comparing(Episode::getOpenedAt));
    }

    private static boolean holds(Episode episode, @Nullable Instant alarm) {
        return alarm != null && !alarm.isBefore(episode.getBegan()) && alarm.isBefore(episode.getEndsAt());
    }

    /** Returns the newest week of all hospitals that begins before an episode ends. */
    public static Optional<Movement> moved(Episode episode, Map<LocalDate, Movement> weeks) {
        LocalDate end = episode.getEndsAt().atZone(ZoneOffset.UTC).toLocalDate();
        return weeks.entrySet().stream()
                .filter(week -> week.getKey().isBefore(end))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }
}
