package heed.app.audit;

import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.hospital.PlaceLimits;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Holds the settings that the pipeline counts by.
 *
 * @param lateness how long before its arrival a response may have been given
 * @param ledgerDays how many arrival days of a hospital are remembered
 * @param minimums fewest answers that each audience is shown a score of
 * @param questionnaires what responses may answer
 * @param hospitals the hospitals' time zones, and which are known
 * @param limits how many places a partition may know
 * @param unitsFrom the shortest window that scores of units are said of
 */
public record RecountRules(
        Duration lateness,
        int ledgerDays,
        Minimums minimums,
        Questionnaires questionnaires,
        HospitalDirectory hospitals,
        PlaceLimits limits,
        Window unitsFrom) {

    /** Says whether there are scores of a unit, null for the whole hospital, in windows of a kind. */
    boolean says(@Nullable String unit, Window kind) {
        return unit == null || kind.compareTo(unitsFrom) >= 0;
    }
}
