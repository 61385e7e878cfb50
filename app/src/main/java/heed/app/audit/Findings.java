package heed.app.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was found on one topic: which rows of the recount it has, which of them differ, and which keys are of
 * none. Several threads may note at once, each of keys of its own.
 *
 * @param <R> what a row of the recount is named by
 */
final class Findings<R> {

    /** Earlier records of a row may differ too, until the newest is read: far more than will be told of. */
    private static final int MOST_KEPT = 50_000;

    private final String topic;
    private final int limit;
    private final Set<R> said = ConcurrentHashMap.newKeySet();
    private final Map<R, List<RecountReport.Difference>> differing = new ConcurrentHashMap<>();
    private final Set<String> unexpected = ConcurrentHashMap.newKeySet();

    /** Tells in what rows differ of as many as {@code limit}, and of the others how many. */
    Findings(String topic, int limit) {
        this.topic = topic;
        this.limit = limit;
    }

    /** What can be said of a row. */
    enum Standing {
        COMPARED,
        IN_MOTION,
        UNJUDGED
    }

    /** Notes the newest record of a row. */
    void note(R row, List<RecountReport.Difference> differences) {
        said.add(row);
        if (differences.isEmpty()) {
            differing.remove(row);
        } else {
            differing.put(row, differing.size() < MOST_KEPT ? differences : List.of());
        }
    }

    /** Notes a key that the recount has no row of. */
    void noteUnexpected(String key) {
        unexpected.add(key);
    }

    /** Notes that a key was taken back; {@code row} is null where the recount has none of it. */
    void noteTombstone(String key, @Nullable R row) {
        unexpected.remove(key);
        if (row != null) {
            said.remove(row);
            differing.remove(row);
        }
    }

    /** Says how rows and keys are named and what can be said of them. */
    interface Sense<R> {

        String key(R row);

        Standing of(R row);

        /** Returns nothing where the key is of a row that came to be meanwhile. */
        Optional<Standing> ofUnexpected(String key);
    }

    /**
     * Judges the rows of the recount, {@code recounted}, and what else was found; {@code rows} is the word for them.
     */
    RecountReport.Count judge(
            String rows, Iterable<R> recounted, Sense<R> sense, List<RecountReport.Difference> shown) {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        List<List<RecountReport.Difference>> found = new ArrayList<>();
        long different = 0;
        for (R row : recounted) {
            Standing standing = sense.of(row);
            counts.merge(standing, 1L, Long::sum);
            if (standing == Standing.COMPARED && !said.contains(row)) {
                different++;
                found.add(List.of(difference(sense.key(row), "absent", "present")));
            } else if (standing == Standing.COMPARED && differing.containsKey(row)) {
                different++;
                List<RecountReport.Difference> kept = differing.getOrDefault(row, List.of());
                found.add(kept.isEmpty() ? List.of(difference(sense.key(row), "different", "otherwise")) : kept);
            }
        }
        for (String key : unexpected) {
            Optional<Standing> standing = sense.ofUnexpected(key);
            standing.ifPresent(known -> counts.merge(known, 1L, Long::sum));
            if (standing.filter(Standing.COMPARED::equals).isPresent()) {
                different++;
                found.add(List.of(difference(key, "present", "absent")));
            }
        }
        found.stream()
                .sorted(Comparator.comparing(differences -> differences.get(0).key()))
                .limit(limit)
                .forEach(shown::addAll);
        return new RecountReport.Count(
                rows,
                counts.getOrDefault(Standing.COMPARED, 0L),
                counts.getOrDefault(Standing.IN_MOTION, 0L),
                counts.getOrDefault(Standing.UNJUDGED, 0L),
                different);
    }

    private RecountReport.Difference difference(String key, String streamed, String recounted) {
        return new RecountReport.Difference(topic + " " + key, "row", streamed, recounted);
    }
}
