package heed.schemas.questionnaire;

/** Says whether a measure counts when hospitals are ranked over all measures of a questionnaire. */
public enum LeagueRole {
    /** Counts. */
    COUNTED,
    /** Has a league of its own and counts nowhere else, for instance because another measure says the same. */
    APART
}
