package heed.monitoring.view.pipeline;

import heed.schemas.rejected.RejectionReason;

/** Says in a clause what to do about a rejected record; the runbook HeedRejectedRising has the commands. */
public final class Remedies {

    private Remedies() {}

    /** Returns what to do about records that were rejected for {@code reason}. */
    public static String of(RejectionReason reason) {
        return switch (reason) {
            case NULL_KEY, BAD_KEY, KEY_NOT_HOSPITAL -> "have the sender key records by the hospital's code";
            case NULL_VALUE -> "have the sender withdraw by a record with withdrawn = true";
            case NOT_AVRO_WIRE_FORMAT, MALFORMED_AVRO, WRONG_TYPE ->
                "have the sender write with the registry's serializer and the Feedback schema";
            case UNKNOWN_SCHEMA -> "see that sender and Heed use the same schema registry";
            case BAD_FEEDBACK_ID, BAD_REVISION -> "have the sender give each response its UUID and revisions from 1";
            case BAD_HOSPITAL, BAD_UNIT ->
                "have the sender use codes of A-Z a-z 0-9 . _ - only, a letter or digit first";
            case UNKNOWN_QUESTIONNAIRE -> "configure the questionnaire, or mend its id at the sender";
            case UNKNOWN_QUESTION, UNKNOWN_ANSWER ->
                "compare the sender's codes with the questionnaire: heed questionnaires list";
            case DUPLICATE_QUESTION, NO_ANSWERS, ANSWERS_ON_WITHDRAWAL ->
                "have the sender send each answer once, and none with a withdrawal";
            case NO_ARRIVAL_TIME -> "see that the topic keeps timestamps and the sender sets them";
            case DATED_IN_FUTURE -> "set the sender's clock right";
            case TOO_LATE -> "nothing for these; have the sender send sooner";
            case BEYOND_LEDGER -> "bring history in before going live, or raise pipeline.ledger-days";
            case UNKNOWN_HOSPITAL ->
                "add the hospital to the hospitals' file, or mend its code at the sender; then send these again";
            case TOO_MANY_HOSPITALS, TOO_MANY_UNITS, TOO_MANY_PLACES, TOO_MANY_KEYS ->
                "see what the sender puts where codes belong, or raise the limit that the reason names; then send these again";
            case BAD_ACTION -> "compare the act with the configuration: heed rebaseline writes none that is wrong";
            case BAD_PULSE -> "see that only Heed writes to the topic of pulses";
            case BAD_ROW -> "see that only Heed writes to the topics of days, months and flags";
        };
    }
}
