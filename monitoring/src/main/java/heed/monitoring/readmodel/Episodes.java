package heed.monitoring.readmodel;

import heed.schemas.Episode;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.WeekKey;
import heed.schemas.record.RecordCopy;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Holds when many hospitals fell at once. Immutable. How many did is everybody's concern and tells of none of them;
 * which ones is told of those that a viewer sees.
 *
 * @param latest the episodes, by the key of their topic
 */
public record Episodes(Map<String, Episode> latest) implements Part {

    public Episodes {
        latest = Map.copyOf(latest);
    }

    static ModelEntry entry(Disclosure disclosure) {
        return new LatestEntry<>(
                Topics.EPISODES,
                episode -> WeekKey.of(episode).text(),
                episode -> {},
                episode -> true,
                disclosure::cleared,
                Episodes::new);
    }

    @Override
    public Episodes seenBy(Viewer viewer) {
        return new Episodes(latest.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> seen(entry.getValue(), viewer))));
    }

    private static Episode seen(Episode episode, Viewer viewer) {
        return RecordCopy.of(episode, Episode.newBuilder())
                .setHospitals(episode.getHospitals().stream()
                        .filter(code -> viewer.sees(code, null))
                        .toList())
                .build();
    }

    /** Returns every episode, the newest first. */
    public List<Episode> newestFirst() {
        return latest.values().stream()
                .sorted(Comparator.comparing(Episode::getOpenedAt).reversed().thenComparing(Episode::getMeasure))
                .toList();
    }

    /** Returns the episodes that are not over at {@code now}, the newest first. */
    public List<Episode> lasting(Instant now) {
        return newestFirst().stream().filter(episode -> lasts(episode, now)).toList();
    }

    /** Tells whether an episode is not over at {@code now}. */
    public static boolean lasts(Episode episode, Instant now) {
        return now.isBefore(episode.getEndsAt());
    }
}
