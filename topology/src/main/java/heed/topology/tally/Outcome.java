package heed.topology.tally;

/** What can become of a record that is not rejected: exactly one of these. */
public enum Outcome {
    /** First sight: in the scores. */
    COUNTED,
    /** Seen before, or older than what is known: changes nothing. */
    DUPLICATE,
    /**
     * The id and revision that stand, with other answers or another unit: changes nothing, and somebody should know.
     */
    CONFLICT,
    /** A higher revision: replaces what was counted. */
    CORRECTED,
    /** A withdrawal, or a response that had been withdrawn before it came: not in the scores. */
    WITHDRAWN
}
