package heed.connectors.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Collects all problems of what came in at once. Lists the first thousand and counts the rest, since a request of 1 MiB
 * can hold half a million of them.
 */
public final class Problems {

    private static final int MOST_LISTED = 1_000;

    private final List<Problem> listed = new ArrayList<>();
    private int count;

    /** Adds what is wrong at a place; it must not repeat what was submitted. */
    public void add(SubmissionPlace place, String message) {
        add(place, message, List.of());
    }

    /** Adds what is wrong at a place where only some values may stand. */
    public void add(SubmissionPlace place, String message, Collection<String> allowed) {
        count++;
        if (listed.size() < MOST_LISTED) {
            listed.add(new Problem(place.text(), message, List.copyOf(allowed)));
        }
    }

    /** Returns how many there are. */
    public int count() {
        return count;
    }

    /** Returns the first of them. */
    public List<Problem> listed() {
        return List.copyOf(listed);
    }
}
