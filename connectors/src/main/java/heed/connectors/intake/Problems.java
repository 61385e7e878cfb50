package heed.connectors.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Collects all problems of a request. Lists the first thousand and counts the rest, since a body of 1 MiB can hold half a
 * million of them.
 */
final class Problems {

    static final int MOST_LISTED = 1_000;

    private final List<Problem> listed = new ArrayList<>();
    private int count;

    void add(String path, String message) {
        add(path, message, List.of());
    }

    void add(String path, String message, Collection<String> allowed) {
        count++;
        if (listed.size() < MOST_LISTED) {
            listed.add(new Problem(path, message, List.copyOf(allowed)));
        }
    }

    int count() {
        return count;
    }

    List<Problem> listed() {
        return List.copyOf(listed);
    }
}
