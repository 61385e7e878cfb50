package heed.connectors.fhir;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a resource: lists the first hundred, and counts the others. */
final class Issues {

    private static final int MOST_LISTED = 100;

    private final List<Issue> listed = new ArrayList<>();
    private int count;

    void add(Issue issue) {
        count++;
        if (listed.size() < MOST_LISTED) {
            listed.add(issue);
        }
    }

    void add(IssueCode code, String expression, String diagnostics) {
        add(new Issue(code, expression, diagnostics));
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Returns the first of them, and how many more there are. */
    List<Issue> listed() {
        List<Issue> all = new ArrayList<>(listed);
        if (count > listed.size()) {
            all.add(new Issue(
                    IssueCode.TOO_MANY, listed.get(0).expression(), count - listed.size() + " more like this"));
        }
        return List.copyOf(all);
    }
}
