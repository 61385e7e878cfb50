package heed.schemas.rejected;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists why a record can be refused. Codes are part of the contract: they are never renamed, only added to. */
public enum RejectionReason {
    NULL_KEY("The record has no key; the key is the hospital's code."),
    BAD_KEY("The key is not a hospital's code: one to forty of A-Z a-z 0-9 . _ -, the first a letter or digit."),
    KEY_NOT_HOSPITAL("The key and the hospital within the response differ."),
    NULL_VALUE("The record has no value; a response is withdrawn by a record with withdrawn = true."),
    NOT_AVRO_WIRE_FORMAT("The value does not begin with a zero byte and a four-byte schema id."),
    UNKNOWN_SCHEMA("The schema registry does not know the value's schema id."),
    MALFORMED_AVRO("The bytes do not fit the schema that they name."),
    WRONG_TYPE("The value's schema is not a Feedback, or not one that can be read as ours."),
    BAD_FEEDBACK_ID("The feedback_id is not a UUID in its canonical 36-character form."),
    BAD_REVISION("The revision is below 1."),
    BAD_HOSPITAL("The hospital is not a code: one to forty of A-Z a-z 0-9 . _ -, the first a letter or digit."),
    BAD_UNIT("The unit is not a code: one to forty of A-Z a-z 0-9 . _ -, the first a letter or digit."),
    UNKNOWN_QUESTIONNAIRE("The questionnaire is none that is configured."),
    UNKNOWN_QUESTION("A question is not part of the questionnaire."),
    UNKNOWN_ANSWER("An answer is none of its question's."),
    DUPLICATE_QUESTION("A question is answered more than once."),
    NO_ANSWERS("The response answers nothing and is no withdrawal."),
    ANSWERS_ON_WITHDRAWAL("A withdrawal carries answers."),
    NO_ARRIVAL_TIME("The record has no timestamp, so its arrival time is unknown."),
    DATED_IN_FUTURE("The response is dated more than an hour after it arrived."),
    TOO_LATE("The response is dated longer before its arrival than the lateness allowed."),
    BEYOND_LEDGER(
            "The response arrived on a day that the hospital's ledger has closed: it may have been counted already. Import history"
                    + " before going live, or raise pipeline.ledger-days."),
    UNKNOWN_HOSPITAL("The hospital is not in the hospitals' file, and hospitals.unknown is reject."),
    TOO_MANY_HOSPITALS(
            "The hospital is new and not in the hospitals' file, and its partition knows as many such as limits.hospitals allows."),
    TOO_MANY_UNITS("The unit is new, and its hospital has as many as limits.units allows."),
    TOO_MANY_PLACES("The place is new, and its partition knows as many as limits.places allows."),
    TOO_MANY_KEYS(
            "The questionnaire is new at the place, and its partition watches as many measures as limits.keys allows."),
    BAD_PULSE("The pulse does not say when the next is due, 1 second to 30 minutes later."),
    BAD_ACTION(
            "The act names no measure that is watched at its hospital or unit, or its hospital is not the record's key."),
    BAD_ROW(
            "The day, month or flag can be none: its time is not in the calendar or not yet, it names no hospital or measure, or there can be no such figures.");

    private static final Map<String, RejectionReason> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RejectionReason::code, Function.identity()));

    private final String code;
    private final String description;

    RejectionReason(String description) {
        this.code = name().toLowerCase(Locale.ROOT);
        this.description = description;
    }

    /** Returns the reason of a wire code, or nothing where a newer version wrote it. */
    public static Optional<RejectionReason> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Returns the wire code, snake_case, as headers and metric labels hold it. */
    public String code() {
        return code;
    }

    /** Returns one sentence for a reader who wants to mend the record. */
    public String description() {
        return description;
    }

    @Override
    public String toString() {
        return code;
    }
}
