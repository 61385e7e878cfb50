package heed.app.audit;

import java.util.UUID;

/**
 * One admitted record.
 *
 * @param unit null for the hospital as a whole
 * @param givenAt event time, ms
 * @param arrival arrival time, ms
 * @param sheet the questionnaire that was answered
 * @param points points of each of its measures; null for a withdrawal
 */
record Submission(
        UUID id, int revision, String hospital, String unit, long givenAt, long arrival, Sheet sheet, Marks points) {

    boolean withdrawn() {
        return points == null;
    }
}
