package heed.connectors.heard;

import heed.schemas.Feedback;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.Function;

/** A month of one questionnaire at one hospital, by the calendar of its zone. */
public record HeardMonth(String hospital, String questionnaire, YearMonth month) {

    /** Returns the month that a response was given in. */
    public static HeardMonth of(Feedback feedback, Function<String, ZoneId> zones) {
        return new HeardMonth(
                feedback.getHospital(),
                feedback.getQuestionnaire(),
                YearMonth.from(feedback.getGivenAt().atZone(zones.apply(feedback.getHospital()))));
    }
}
