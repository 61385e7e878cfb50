package heed.topology.league;

import heed.schemas.Score;
import heed.schemas.key.LeagueKey;
import heed.schemas.key.MeasureName;
import java.time.DateTimeException;
import java.time.YearMonth;

/** Tells months that can have been from what only a foreign writer can have put on the topic of months. */
final class PossibleMonth {

    /** As in 2026-03. */
    private static final int LENGTH = 7;

    private PossibleMonth() {}

    /** Tells whether {@code score} is of a month, a measure and a hospital, and with sums that answers can have. */
    static boolean isPossible(Score score) {
        try {
            String month = YearMonth.parse(score.getLabel()).toString();
            String questionnaire = MeasureName.parse(score.getMeasure()).questionnaire();
            var unused = new LeagueKey(score.getMeasure(), month, score.getHospital());
            var unusedToo = new LeagueKey(questionnaire, month, score.getHospital());
            var unusedMonth = HospitalMonth.of(score);
            return month.length() == LENGTH;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }
}
