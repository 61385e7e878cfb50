package heed.connectors.backfill;

import heed.schemas.Feedback;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.Function;

/** A month of one questionnaire at one hospital, by the calendar of its zone. */
record MonthHeard(String hospital, String questionnaire, YearMonth month) {

    /** Returns the month that a response was given in. */
    static MonthHeard of(Feedback feedback, Function<String, ZoneId> zones) {
        return new MonthHeard(
                feedback.getHospital(),
                feedback.getQuestionnaire(),
                YearMonth.from(feedback.getGivenAt().atZone(zones.apply(feedback.getHospital()))));
    }
}
