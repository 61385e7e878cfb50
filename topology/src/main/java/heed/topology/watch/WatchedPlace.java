package heed.topology.watch;

import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import heed.topology.response.ScoredMeasure;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The watched keys of one place, by questionnaire and slot: a response asks for all of one questionnaire. */
final class WatchedPlace {

    final Place place;
    /** Room for so many answers that wait is kept. */
    private static final int KEPT_ROOM = 64;

    private final Map<MeasureGroup, @Nullable WatchedMeasure[]> keys = new HashMap<>();
    private @Nullable MeasureGroup recent;
    private @Nullable WatchedMeasure[] ofRecent = {};
    /** Answers that wait to be judged, in the order in which they came. */
    private GivenAnswers[] queued = {};

    private int queuedCount;

    WatchedPlace(Place place) {
        this.place = place;
    }

    /** Returns the key of a measure; null where it has had no response. */
    @Nullable
    WatchedMeasure get(ScoredMeasure measure) {
        @Nullable WatchedMeasure[] slots = of(measure.group());
        return measure.slot() < slots.length ? slots[measure.slot()] : null;
    }

    void put(WatchedMeasure key) {
        MeasureGroup group = key.measure.group();
        @Nullable WatchedMeasure[] slots = of(group);
        int slot = key.measure.slot();
        if (slot >= slots.length) {
            slots = Arrays.copyOf(slots, Math.max(slot + 1, group.measures().size()));
            keys.put(group, slots);
            ofRecent = slots;
        }
        slots[slot] = key;
    }

    /** Lets answers wait for {@link #judgeQueued}; says whether they are the first. */
    boolean queue(GivenAnswers given) {
        if (queuedCount == queued.length) {
            queued = Arrays.copyOf(queued, Math.max(4, 2 * queuedCount));
        }
        queued[queuedCount++] = given;
        return queuedCount == 1;
    }

    /** Has the answers that wait judged in the order in which they came. */
    void judgeQueued(WatchedMeasures measures) {
        for (int i = 0; i < queuedCount; i++) {
            queued[i].judgeAt(this, measures);
        }
        clearQueue();
    }

    /** Forgets the answers that wait, and the room for many: a file of a year has one hospital after the other. */
    void clearQueue() {
        queuedCount = 0;
        if (queued.length > KEPT_ROOM) {
            queued = new GivenAnswers[0];
        }
    }

    private @Nullable WatchedMeasure[] of(MeasureGroup group) {
        if (group != recent) {
            @Nullable WatchedMeasure[] known = keys.get(group);
            ofRecent = known == null ? new WatchedMeasure[0] : known;
            recent = group;
        }
        return ofRecent;
    }

    /** Returns all of them. */
    Stream<WatchedMeasure> all() {
        return keys.values().stream().flatMap(Arrays::stream).filter(key -> key != null);
    }
}
