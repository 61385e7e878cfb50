package heed.connectors.fhir;

import java.util.List;

/**
 * Says what the entries of a Bundle are to Heed.
 *
 * @param entries in their order; none where the Bundle itself is refused
 * @param issues why it is refused itself; else none
 */
public record ReadBundle(Kind kind, List<ReadResponse> entries, List<Issue> issues) {

    public ReadBundle {
        entries = List.copyOf(entries);
        issues = List.copyOf(issues);
    }

    /** How its entries hang together. */
    public enum Kind {
        /** All of them, or none. */
        TRANSACTION,
        /** Each by itself. */
        BATCH
    }
}
