package heed.app.audit;

import heed.schemas.Codes;
import heed.schemas.Feedback;
import heed.schemas.RejectionReason;
import heed.schemas.Topics;
import heed.schemas.serde.UnreadableRecordException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;

/** Decides whether a record may count. The order of the questions decides the reason where several would do. */
final class Admission {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final long AHEAD_MS = Duration.ofHours(1).toMillis();

    private final Deserializer<Feedback> deserializer;
    private final Sheets sheets;
    private final long latenessMs;

    Admission(Deserializer<Feedback> deserializer, Sheets sheets, Duration lateness) {
        this.deserializer = deserializer;
        this.sheets = sheets;
        this.latenessMs = lateness.toMillis();
    }

    /**
     * Returns what the record submits.
     *
     * @throws RefusedException where it may not count
     */
    Submission admit(byte[] key, byte[] value, long timestamp) {
        RefusedException.unless(key != null, RejectionReason.NULL_KEY);
        RefusedException.unless(Codes.isCode(key, 0, key.length), RejectionReason.BAD_KEY);
        RefusedException.unless(value != null, RejectionReason.NULL_VALUE);
        Feedback feedback = read(value);
        checkNames(feedback, new String(key, StandardCharsets.US_ASCII));
        long arrival = Math.max(0, timestamp);
        long givenAt = feedback.getGivenAt().toEpochMilli();
        checkTimes(givenAt, arrival);
        Sheet sheet = sheets.of(feedback.getQuestionnaire());
        RefusedException.unless(sheet != null, RejectionReason.UNKNOWN_QUESTIONNAIRE);
        boolean withdrawn = feedback.getWithdrawn();
        boolean answered = !feedback.getAnswers().isEmpty();
        RefusedException.unless(!(withdrawn && answered), RejectionReason.ANSWERS_ON_WITHDRAWAL);
        RefusedException.unless(withdrawn || answered, RejectionReason.NO_ANSWERS);
        return new Submission(
                UUID.fromString(feedback.getFeedbackId()),
                feedback.getRevision(),
                feedback.getHospital(),
                feedback.getUnit(),
                givenAt,
                arrival,
                sheet,
                withdrawn ? null : sheet.mark(feedback.getAnswers()));
    }

    private Feedback read(byte[] value) {
        try {
            return deserializer.deserialize(Topics.FEEDBACK.name(), value);
        } catch (UnreadableRecordException e) {
            throw new RefusedException(e.reason());
        }
    }

    private static void checkNames(Feedback feedback, String key) {
        RefusedException.unless(UUID_TEXT.matcher(feedback.getFeedbackId()).matches(), RejectionReason.BAD_FEEDBACK_ID);
        RefusedException.unless(feedback.getRevision() >= 1, RejectionReason.BAD_REVISION);
        RefusedException.unless(Codes.isCode(feedback.getHospital()), RejectionReason.BAD_HOSPITAL);
        RefusedException.unless(feedback.getHospital().equals(key), RejectionReason.KEY_NOT_HOSPITAL);
        String unit = feedback.getUnit();
        RefusedException.unless(unit == null || Codes.isCode(unit), RejectionReason.BAD_UNIT);
    }

    private void checkTimes(long givenAt, long arrival) {
        RefusedException.unless(arrival > 0, RejectionReason.NO_ARRIVAL_TIME);
        RefusedException.unless(givenAt <= arrival + AHEAD_MS, RejectionReason.DATED_IN_FUTURE);
        RefusedException.unless(givenAt >= arrival - latenessMs, RejectionReason.TOO_LATE);
    }
}
