package heed.schemas.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RejectionReasonTest {

    @Test
    void keepsTheCodesThatConsumersKnow() {
        // When // Then
        assertThat(RejectionReason.values())
                .extracting(RejectionReason::code)
                .containsExactly(
                        "null_key",
                        "bad_key",
                        "key_not_hospital",
                        "null_value",
                        "not_avro_wire_format",
                        "unknown_schema",
                        "malformed_avro",
                        "wrong_type",
                        "bad_feedback_id",
                        "bad_revision",
                        "bad_hospital",
                        "bad_unit",
                        "unknown_questionnaire",
                        "unknown_question",
                        "unknown_answer",
                        "duplicate_question",
                        "no_answers",
                        "answers_on_withdrawal",
                        "no_arrival_time",
                        "dated_in_future",
                        "too_late",
                        "beyond_ledger",
                        "unknown_hospital",
                        "too_many_hospitals",
                        "too_many_units",
                        "too_many_places",
                        "too_many_keys",
                        "bad_pulse",
                        "bad_action",
                        "bad_row");
    }

    @Test
    void isFoundByItsCodeUnlessANewerVersionWroteIt() {
        // When // Then
        assertThat(RejectionReason.ofCode("too_late")).contains(RejectionReason.TOO_LATE);
        assertThat(RejectionReason.ofCode("TOO_LATE")).isEmpty();
    }

    @Test
    void explainsItselfInSentences() {
        // When // Then
        assertThat(RejectionReason.values())
                .allSatisfy(reason -> assertThat(reason.description()).matches("[A-Z][^\\n]{10,}\\."));
    }
}
