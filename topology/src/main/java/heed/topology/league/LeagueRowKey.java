package heed.topology.league;

import org.jspecify.annotations.Nullable;

/**
 * Names a changelog row.
 *
 * @param measure null for the row of a whole league
 * @param hospital null for the row of a measure or of a league
 */
record LeagueRowKey(String questionnaire, String month, @Nullable String measure, @Nullable String hospital) {}
