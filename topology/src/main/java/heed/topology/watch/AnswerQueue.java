package heed.topology.watch;

import heed.topology.response.Answers;
import heed.topology.response.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers that wait to be judged place by place, those of one place in the order in which they came.
 *
 * <p>What is known of a key are some kilobytes of the heap, and of a backlog each response is about another place than
 * the one before: to judge them one after the other is mostly to wait for memory. No key knows another, so the order
 * among places decides nothing.
 */
final class AnswerQueue {

    /** So many are some megabytes, and enough for places to have several. */
    private static final int MOST = 100_000;

    /** So many entries are kept when a backlog is over. */
    private static final int KEPT = 1_000;

    /** Reused: the first {@link #size} wait. */
    private final List<GivenAnswers> entries = new ArrayList<>();

    private final List<WatchedPlace> places = new ArrayList<>();
    private int size;

    /** Lets answers wait that count at {@code atMs}, by a record that arrived at {@code asOfMs}. */
    void add(WatchedMeasures measures, Answers answers, long atMs, long asOfMs, AnswerAction action) {
        if (size == entries.size()) {
            entries.add(new GivenAnswers());
        }
        GivenAnswers given = entries.get(size);
        given.set(answers, atMs, asOfMs, action);
        if (given.isEmpty()) {
            return;
        }
        size++;
        Place place = answers.place();
        queue(measures.at(place.whole()), given);
        if (!place.isWhole()) {
            queue(measures.at(place), given);
        }
    }

    private void queue(WatchedPlace place, GivenAnswers given) {
        if (place.queue(given)) {
            places.add(place);
        }
    }

    /** Says whether no more should wait. */
    boolean isLong() {
        return size >= MOST;
    }

    /** Has all that wait judged. */
    void judgeAll(WatchedMeasures measures) {
        for (int i = 0; i < places.size(); i++) {
            places.get(i).judgeQueued(measures);
        }
        clear();
    }

    /** Forgets all that wait. */
    void clear() {
        places.forEach(WatchedPlace::clearQueue);
        places.clear();
        if (size <= KEPT && entries.size() > KEPT) {
            entries.subList(KEPT, entries.size()).clear();
        }
        size = 0;
    }
}
