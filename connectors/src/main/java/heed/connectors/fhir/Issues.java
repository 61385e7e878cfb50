package heed.connectors.fhir;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with a resource: lists the first hundred, as long as the body's budget lasts, and counts the
 * others. The very first is always listed, so that whatever is refused says why.
 */
final class Issues {

    private static final int MOST_LISTED = 100;

    private final IssueBudget budget;
    private final List<Issue> listed = new ArrayList<>();
    private int count;
    private boolean malformed;

    Issues(IssueBudget budget) {
        this.budget = budget;
    }

    void add(Issue issue) {
        count++;
        malformed |= issue.code().isOfStandard();
        boolean isListed = listed.size() < MOST_LISTED && budget.spends();
        if (isListed || listed.isEmpty()) {
            listed.add(issue);
        } else {
            budget.leaveOut();
        }
    }

    void add(IssueCode code, String expression, String diagnostics) {
        add(new Issue(code, expression, diagnostics));
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Tells whether any of them, listed or not, is of no R4. */
    boolean areMalformed() {
        return malformed;
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
