package heed.app.settings;

/** Names what a crash may do to results. */
public enum ProcessingGuarantee {
    /** A crash changes nothing: input, state and output are committed together. */
    EXACTLY_ONCE_V2,
    /** A crash may count responses twice. */
    AT_LEAST_ONCE
}
