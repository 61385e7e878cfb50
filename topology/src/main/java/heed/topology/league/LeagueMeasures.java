package heed.topology.league;

import heed.schemas.questionnaire.Better;
import heed.schemas.questionnaire.LeagueRole;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Questionnaires;

/**
 * Knows how measures are compared. A measure that old months name and no questionnaire any more is compared by itself,
 * the highest score first.
 */
final class LeagueMeasures {

    private final Questionnaires questionnaires;

    /** Takes what there is to know from {@code questionnaires}. */
    LeagueMeasures(Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    Better better(String measure) {
        return questionnaires.measure(measure).map(Measure::better).orElse(Better.HIGHER);
    }

    boolean isCounted(String measure) {
        return questionnaires.measure(measure).map(Measure::league).orElse(LeagueRole.APART) == LeagueRole.COUNTED;
    }
}
