package heed.connectors.fhir;

import java.util.List;
import java.util.stream.Stream;

/**
 * Says what the entries of a Bundle are to Heed.
 *
 * @param entries in their order; none where the Bundle itself is refused
 * @param issues why it is refused itself; else none
 * @param leftOut how many issues of its entries are not among those that they list
 */
public record ReadBundle(Kind kind, List<ReadResponse> entries, List<Issue> issues, int leftOut) {

    public ReadBundle {
        entries = List.copyOf(entries);
        issues = List.copyOf(issues);
    }

    /** Returns what is wrong with all entries together: the first of it, and how much more there is. */
    public List<Issue> issuesOfEntries() {
        List<Issue> listed = entries.stream()
                .flatMap(entry -> entry.issues().stream())
                .filter(issue -> issue.code() != IssueCode.TOO_MANY)
                .toList();
        List<Issue> first = listed.stream().limit(IssueBudget.MOST_LISTED).toList();
        int more = listed.size() - first.size() + leftOut;
        return more == 0
                ? first
                : Stream.concat(
                                first.stream(),
                                Stream.of(new Issue(IssueCode.TOO_MANY, "Bundle", more + " more in the Bundle")))
                        .toList();
    }

    /** How its entries hang together. */
    public enum Kind {
        /** All of them, or none. */
        TRANSACTION,
        /** Each by itself. */
        BATCH
    }
}
