package heed.schemas.questionnaire;

/** Says which end of a measure is the good one. */
public enum Better {
    /** A high score is good: the most positive answers rank first. */
    HIGHER,
    /** A low score is good, as where a measure counts complaints. */
    LOWER
}
