package heed.app.audit;

/** What a record that is not rejected came to. */
public enum Outcome {
    /** A response seen for the first time. */
    COUNTED,
    /** Known already, or older than what is known. */
    DUPLICATE,
    /** A higher revision in place of what was counted. */
    CORRECTED,
    /** A withdrawal, or a response whose withdrawal came first. */
    WITHDRAWN
}
