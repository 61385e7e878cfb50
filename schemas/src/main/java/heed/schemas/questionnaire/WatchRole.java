package heed.schemas.questionnaire;

/** Says how the watch treats a measure; a hospital's allowance of false alarms is shared out by it. */
public enum WatchRole {
    /** The one measure of its questionnaire that sums care up. */
    OVERALL,
    /** Watched beside the overall measure. */
    OTHER,
    /** Not watched, for instance because high is bad. */
    NONE
}
