package heed.schemas.access;

/** Something that somebody may do, at the places of their {@link Scope}. */
public enum Right {
    /** Read figures, drops and what people did about them: on pages, as JSON and CSV, and as it happens. */
    FIGURES,
    /** Do something about a drop. */
    ACTS,
    /** Read how the pipeline stands. */
    PIPELINE,
    /** Read the metrics, which are of the whole installation. */
    METRICS,
    /** Read what patients wrote. No role has it: it is granted to somebody. */
    COMMENTS,
    /** Say who may sign in and which programs have keys, and read who did what. */
    ADMINISTRATION
}
