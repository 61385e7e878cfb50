package heed.app.audit;

import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.name.Codes;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.serde.UnreadableRecordException;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Decides whether a record may count. The order of the questions decides the reason where several would do. */
final class Admission {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final long AHEAD_MS = Duration.ofHours(1).toMillis();

    private final Deserializer<Feedback> deserializer;
    private final PointsTable table;
    private final long latenessMs;

    Admission(Deserializer<Feedback> deserializer, PointsTable table, Duration lateness) {
        this.deserializer = deserializer;
        this.table = table;
        this.latenessMs = lateness.toMillis();
    }

    /**
     * One admitted record.
     *
     * @param unit null for the hospital as a whole
     * @param givenAtMs event time
     * @param arrivalMs arrival time
     * @param channel how it was collected
     * @param points points of each of the questionnaire's measures; null for a withdrawal
     */
    record Admitted(
            UUID id,
            int revision,
            String hospital,
            @Nullable String unit,
            long givenAtMs,
            long arrivalMs,
            Channel channel,
            PointsTable.Questionnaire questionnaire,
            PointsTable.@Nullable Points points) {

        boolean withdrawn() {
            return points == null;
        }
    }

    /** Carries why a record does not count; without a stack trace, since an input may hold many. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient RejectionReason reason;

        private RefusedException(RejectionReason reason) {
            super(reason.description(), null, false, false);
            this.reason = reason;
        }

        RejectionReason reason() {
            return reason;
        }
    }

    /** Refuses a record of which something must hold and does not. */
    static void require(boolean holds, RejectionReason otherwise) {
        if (!holds) {
            throw new RefusedException(otherwise);
        }
    }

    /** Returns what must be there; refuses a record where it is not. */
    static <T> T present(@Nullable T value, RejectionReason otherwise) {
        if (value == null) {
            throw new RefusedException(otherwise);
        }
        return value;
    }

    /**
     * Returns what the record submits.
     *
     * @throws RefusedException where it may not count
     */
    Admitted admit(byte @Nullable [] key, byte @Nullable [] value, long timestampMs) {
        byte[] hospital = present(key, RejectionReason.NULL_KEY);
        require(Codes.isCode(hospital, 0, hospital.length), RejectionReason.BAD_KEY);
        Feedback feedback = read(present(value, RejectionReason.NULL_VALUE));
        checkNames(feedback, new String(hospital, StandardCharsets.US_ASCII));
        long arrivalMs = Math.max(0, timestampMs);
        long givenAtMs = feedback.getGivenAt().toEpochMilli();
        checkTimes(givenAtMs, arrivalMs);
        PointsTable.Questionnaire questionnaire =
                present(table.of(feedback.getQuestionnaire()), RejectionReason.UNKNOWN_QUESTIONNAIRE);
        boolean withdrawn = feedback.getWithdrawn();
        boolean answered = !feedback.getAnswers().isEmpty();
        require(!(withdrawn && answered), RejectionReason.ANSWERS_ON_WITHDRAWAL);
        require(withdrawn || answered, RejectionReason.NO_ANSWERS);
        return new Admitted(
                UUID.fromString(feedback.getFeedbackId()),
                feedback.getRevision(),
                feedback.getHospital(),
                feedback.getUnit(),
                givenAtMs,
                arrivalMs,
                feedback.getChannel(),
                questionnaire,
                withdrawn ? null : questionnaire.of(feedback.getAnswers()));
    }

    private Feedback read(byte[] value) {
        try {
            return deserializer.deserialize(Topics.FEEDBACK.name(), value);
        } catch (UnreadableRecordException e) {
            throw new RefusedException(e.reason());
        }
    }

    private static void checkNames(Feedback feedback, String key) {
        require(UUID_TEXT.matcher(feedback.getFeedbackId()).matches(), RejectionReason.BAD_FEEDBACK_ID);
        require(feedback.getRevision() >= 1, RejectionReason.BAD_REVISION);
        require(Codes.isCode(feedback.getHospital()), RejectionReason.BAD_HOSPITAL);
        require(feedback.getHospital().equals(key), RejectionReason.KEY_NOT_HOSPITAL);
        String unit = feedback.getUnit();
        require(unit == null || Codes.isCode(unit), RejectionReason.BAD_UNIT);
    }

    private void checkTimes(long givenAtMs, long arrivalMs) {
        require(arrivalMs > 0, RejectionReason.NO_ARRIVAL_TIME);
        require(givenAtMs <= arrivalMs + AHEAD_MS, RejectionReason.DATED_IN_FUTURE);
        require(givenAtMs >= arrivalMs - latenessMs, RejectionReason.TOO_LATE);
    }
}
