package heed.topology.admit;

import heed.schemas.name.Codes;
import heed.schemas.rejected.RejectionReason;
import heed.topology.response.Answers;
import heed.topology.response.Place;
import heed.topology.response.Response;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.Record;

/** Judges the content of a decoded record and reads it into a {@link Response}. One per task. */
final class ResponseReader {

    private final long latenessMs;
    private final ByteTable<CompiledQuestionnaire> questionnaires;
    private final Respondents respondents = new Respondents();

    /** Knows what the {@code compiled} questionnaires ask. */
    ResponseReader(CompiledQuestionnaires compiled, AdmitRules rules) {
        this.latenessMs = rules.lateness().toMillis();
        this.questionnaires = compiled.table();
    }

    /** Refuses a key that is no hospital's code. */
    void checkKey(byte[] key) {
        if (key == null) {
            throw new RejectedRecordException(RejectionReason.NULL_KEY);
        }
        if (!Codes.isCode(key, 0, key.length)) {
            throw new RejectedRecordException(RejectionReason.BAD_KEY);
        }
    }

    /**
     * Reads {@code flat} into {@code response}, or refuses it. Answers are looked up, not made, and so are places once
     * they are known.
     */
    void read(FlatFeedback flat, Record<byte[], byte[]> received, KnownPlaces places, Response response) {
        byte[] bytes = flat.bytes;
        require(FeedbackIds.valid(bytes, flat.idAt, flat.idLength), RejectionReason.BAD_FEEDBACK_ID);
        require(flat.revision >= 1, RejectionReason.BAD_REVISION);
        require(Codes.isCode(bytes, flat.hospitalAt, flat.hospitalLength), RejectionReason.BAD_HOSPITAL);
        require(
                Arrays.equals(
                        bytes,
                        flat.hospitalAt,
                        flat.hospitalAt + flat.hospitalLength,
                        received.key(),
                        0,
                        received.key().length),
                RejectionReason.KEY_NOT_HOSPITAL);
        require(flat.unitLength < 0 || Codes.isCode(bytes, flat.unitAt, flat.unitLength), RejectionReason.BAD_UNIT);
        checkTime(flat.givenAtMs, received.timestamp());
        CompiledQuestionnaire questionnaire = questionnaires.get(bytes, flat.questionnaireAt, flat.questionnaireLength);
        require(questionnaire != null, RejectionReason.UNKNOWN_QUESTIONNAIRE);
        Response.Kind kind = flat.withdrawn ? Response.Kind.WITHDRAWN : Response.Kind.SUBMITTED;
        require(!flat.withdrawn || flat.answers == 0, RejectionReason.ANSWERS_ON_WITHDRAWAL);
        require(flat.withdrawn || flat.answers > 0, RejectionReason.NO_ANSWERS);
        response.start(
                FeedbackIds.high(bytes, flat.idAt), FeedbackIds.low(bytes, flat.idAt), flat.revision, kind, received);
        Answers answers = response.answers();
        answers.start(place(flat, questionnaire, places), flat.givenAtMs);
        answers.from(respondents.of(flat), received.timestamp());
        questionnaire.score(flat, answers);
    }

    private void checkTime(long givenAtMs, long arrivalMs) {
        require(arrivalMs > 0, RejectionReason.NO_ARRIVAL_TIME);
        require(givenAtMs <= arrivalMs + AdmitRules.AHEAD.toMillis(), RejectionReason.DATED_IN_FUTURE);
        require(givenAtMs >= arrivalMs - latenessMs, RejectionReason.TOO_LATE);
    }

    private static Place place(FlatFeedback flat, CompiledQuestionnaire questionnaire, KnownPlaces places) {
        Place known = places.find(flat, questionnaire);
        if (known != null) {
            return known;
        }
        // Refuses wrong answers: a response that is rejected for them takes no place.
        questionnaire.score(flat, new Answers());
        return places.take(flat, questionnaire);
    }

    private static void require(boolean holds, RejectionReason otherwise) {
        if (!holds) {
            throw new RejectedRecordException(otherwise);
        }
    }
}
