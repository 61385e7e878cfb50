package heed.app.audit;

import static heed.app.audit.RecountFixture.NOON;
import static heed.app.audit.RecountFixture.changed;
import static heed.app.audit.RecountFixture.response;
import static heed.app.audit.RecountFixture.revised;
import static heed.app.audit.RecountFixture.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.Window;
import heed.schemas.hospital.PlaceLimits;
import heed.schemas.hospital.UnknownHospitals;
import heed.schemas.rejected.RejectionReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartitionRecountTest {

    private static final String DAY = "2026-03-10T00:00:00Z";
    private static final String POSITIVE = "fft-2020.positive";

    private final RecountFixture fixture = new RecountFixture();

    @Test
    void aResponseIsInTheRowsOfItsWardAndItsHospital() {
        // When
        fixture.arrives(later(1), response(1, "good"));

        // Then
        for (String unit : new String[] {"W1", null}) {
            assertThat(fixture.row(unit, Window.DAY, DAY, POSITIVE)).containsExactly(1L, 10_000L, 100_000_000L, 1L, 0L);
            assertThat(fixture.row(unit, Window.WEEK, "2026-03-09T00:00:00Z", POSITIVE))
                    .containsExactly(1L, 10_000L, 100_000_000L, 1L, 0L);
            assertThat(fixture.row(unit, Window.MONTH, "2026-03-01T00:00:00Z", "fft-2020.negative"))
                    .containsExactly(1L, 0L, 0L, 1L, 0L);
        }
        assertThat(fixture.row(null, Window.HOUR, "2026-03-10T12:00:00Z", POSITIVE))
                .containsExactly(1L, 10_000L, 100_000_000L, 1L, 0L);
        assertThat(fixture.recount.rows().size()).isEqualTo(14);
    }

    @Test
    void aPlaceBeyondTheLimitsIsRefusedAndOneThatIsKnownIsNot() {
        // Given
        var limited = new RecountFixture(90, new PlaceLimits(UnknownHospitals.ACCEPT, 1, 2, 3, 4));

        // When
        limited.arrives(later(1), response(1, "good"));
        limited.arrives(later(2), changed(response(2, "good"), Map.of("unit", "W2")));
        limited.arrives(later(3), changed(response(3, "good"), Map.of("unit", "W3")));
        limited.recount.count(
                RecountFixture.key("H2"),
                limited.bytes(changed(response(4, "good"), Map.of("hospital", "H2"))),
                later(4).toEpochMilli());
        limited.arrives(
                later(5),
                changed(
                        response(5, "good"),
                        Map.of("questionnaire", "experience-1", "answers", List.of(new Answer("overall", "10")))));
        limited.arrives(later(6), response(6, "good"));
        limited.arrives(later(7), changed(withdrawal(1), Map.of("unit", "W9")));

        // Then
        assertThat(limited.recount.tally().rejections())
                .isEqualTo(Map.of(
                        RejectionReason.TOO_MANY_UNITS, 1L,
                        RejectionReason.TOO_MANY_HOSPITALS, 1L,
                        RejectionReason.TOO_MANY_KEYS, 1L));
        assertThat(limited.recount.tally().of(RecountTally.Outcome.COUNTED)).isEqualTo(3);
        assertThat(limited.recount.tally().of(RecountTally.Outcome.WITHDRAWN)).isEqualTo(1);
    }

    @Test
    void aPublishedFigureIsInTheRowsOfItsMonthAlone() {
        // When
        fixture.arrives(later(1), changed(response(1, "good"), Map.of("channel", Channel.PUBLISHED)));

        // Then
        assertThat(fixture.row(null, Window.MONTH, "2026-03-01T00:00:00Z", POSITIVE))
                .containsExactly(1L, 10_000L, 100_000_000L, 1L, 0L);
        assertThat(fixture.recount.rows().size()).isEqualTo(4);
    }

    @Test
    void aMoveToAnotherDayRestatesTheHospitalsMonthForItsSumsOverDays() {
        // Given
        Feedback moved = changed(revised(response(1, "good"), 2), Map.of("given_at", NOON.minus(Duration.ofDays(1))));

        // When
        fixture.arrives(later(1), response(1, "good")).arrives(later(2), moved);

        // Then
        assertThat(fixture.row(null, Window.MONTH, "2026-03-01T00:00:00Z", POSITIVE))
                .containsExactly(1L, 10_000L, 100_000_000L, 2L, 1L);
        assertThat(fixture.row("W1", Window.MONTH, "2026-03-01T00:00:00Z", POSITIVE))
                .containsExactly(1L, 10_000L, 100_000_000L, 1L, 0L);
    }

    @Test
    void aDuplicateAndAnOlderRevisionChangeNothing() {
        // When
        fixture.arrives(later(1), revised(response(1, "good"), 2))
                .arrives(later(2), revised(response(1, "good"), 2))
                .arrives(later(3), response(1, "poor"));

        // Then
        assertThat(fixture.row(null, Window.DAY, DAY, POSITIVE)).containsExactly(1L, 10_000L, 100_000_000L, 1L, 0L);
        assertThat(fixture.recount.tally().of(RecountTally.Outcome.DUPLICATE)).isEqualTo(2);
    }

    @Test
    void otherAnswersOrAnotherWardUnderAnIdAndRevisionThatStandAreAConflict() {
        // When
        fixture.arrives(later(1), response(1, "good"))
                .arrives(later(2), response(1, "poor"))
                .arrives(later(3), changed(response(1, "good"), Map.of("unit", "W2")))
                .arrives(later(4), response(1, "very_good"));

        // Then
        assertThat(fixture.row(null, Window.DAY, DAY, POSITIVE)).containsExactly(1L, 10_000L, 100_000_000L, 1L, 0L);
        assertThat(fixture.recount.tally().of(RecountTally.Outcome.CONFLICT)).isEqualTo(2);
        assertThat(fixture.recount.tally().of(RecountTally.Outcome.DUPLICATE)).isEqualTo(1);
    }

    @Test
    void anIdAtTwoHospitalsIsSaidWhateverPartitionsTheyAreOn() {
        // Given
        RecountFixture elsewhere = new RecountFixture();
        fixture.arrives(later(1), response(1, "good"))
                .arrives(later(2), response(2, "good"))
                .arrives("H2", later(3), changed(response(2, "good"), Map.of("hospital", "H2")));
        elsewhere
                .arrives("H3", later(1), changed(response(1, "good"), Map.of("hospital", "H3")))
                .arrives("H4", later(2), changed(response(1, "good"), Map.of("hospital", "H4")))
                .arrives("H3", later(3), changed(response(3, "good"), Map.of("hospital", "H3")));

        // When
        long shared = Judgement.sharedIds(List.of(fixture.recount, elsewhere.recount));

        // Then
        assertThat(shared).isEqualTo(2);
    }

    @Test
    void aCorrectionTouchesOnlyTheMeasuresThatDiffer() {
        // When
        fixture.arrives(later(1), response(1, "good")).arrives(later(2), revised(response(1, "neither"), 2));

        // Then
        assertThat(fixture.row(null, Window.DAY, DAY, POSITIVE)).containsExactly(1L, 0L, 0L, 2L, 1L);
        assertThat(fixture.row(null, Window.DAY, DAY, "fft-2020.negative")).containsExactly(1L, 0L, 0L, 1L, 0L);
        assertThat(fixture.recount.tally().of(RecountTally.Outcome.CORRECTED)).isEqualTo(1);
    }

    @Test
    void aCorrectionToAnotherWardAndDayTouchesWhereItWasAndWhereItIs() {
        // Given
        Feedback moved = changed(
                revised(response(1, "good"), 2), Map.of("unit", "W2", "given_at", NOON.minus(Duration.ofDays(1))));

        // When
        fixture.arrives(later(1), response(1, "good")).arrives(later(2), moved);

        // Then
        assertThat(fixture.row("W1", Window.DAY, DAY, POSITIVE)).containsExactly(0L, 0L, 0L, 2L, 1L);
        assertThat(fixture.row("W2", Window.DAY, "2026-03-09T00:00:00Z", POSITIVE))
                .containsExactly(1L, 10_000L, 100_000_000L, 2L, 1L);
        assertThat(fixture.row(null, Window.WEEK, "2026-03-09T00:00:00Z", POSITIVE))
                .containsExactly(1L, 10_000L, 100_000_000L, 1L, 0L);
    }

    @Test
    void aWithdrawalTakesAResponseOutForGood() {
        // When
        fixture.arrives(later(1), response(1, "good"))
                .arrives(later(2), withdrawal(1))
                .arrives(later(3), withdrawal(1))
                .arrives(later(4), revised(response(1, "good"), 9));

        // Then
        assertThat(fixture.row(null, Window.DAY, DAY, POSITIVE)).containsExactly(0L, 0L, 0L, 2L, 1L);
        assertThat(fixture.recount.tally().of(RecountTally.Outcome.WITHDRAWN)).isEqualTo(2);
        assertThat(fixture.recount.tally().of(RecountTally.Outcome.DUPLICATE)).isEqualTo(1);
    }

    @Test
    void aWithdrawalThatCameFirstKeepsTheResponseOut() {
        // When
        fixture.arrives(later(1), withdrawal(1)).arrives(later(2), response(1, "good"));

        // Then
        assertThat(fixture.recount.rows().size()).isZero();
        assertThat(fixture.recount.tally().of(RecountTally.Outcome.WITHDRAWN)).isEqualTo(2);
    }

    @Test
    void latenessIsMeasuredFromTheArrivalToTheMillisecond() {
        // When
        fixture.arrives(NOON.plus(Duration.ofDays(45)), response(1, "good"))
                .arrives(NOON.plus(Duration.ofDays(45)).plusMillis(1), response(2, "good"))
                .arrives(NOON.minus(Duration.ofHours(1)), response(3, "good"))
                .arrives(NOON.minus(Duration.ofHours(1)).minusMillis(1), response(4, "good"));

        // Then
        assertThat(fixture.recount.tally().of(RecountTally.Outcome.COUNTED)).isEqualTo(2);
        assertThat(fixture.recount.tally().rejections())
                .containsEntry(RejectionReason.TOO_LATE, 1L)
                .containsEntry(RejectionReason.DATED_IN_FUTURE, 1L)
                .hasSize(2);
    }

    @Test
    void aLedgerOfTwoDaysRefusesTheThirdDayBack() {
        // Given
        RecountFixture twoDays = new RecountFixture(2);

        // When
        twoDays.arrives(NOON, response(1, "good"))
                .arrives(NOON.plus(Duration.ofDays(1)), response(2, "good"))
                .arrives(NOON.plus(Duration.ofDays(5)), response(3, "good"))
                .arrives(NOON, response(1, "good"))
                .arrives(NOON.plus(Duration.ofDays(5)), response(1, "good"))
                .arrives(NOON.plus(Duration.ofDays(5)), response(2, "good"));

        // Then
        assertThat(twoDays.recount.tally().of(RecountTally.Outcome.COUNTED)).isEqualTo(4);
        assertThat(twoDays.recount.tally().of(RecountTally.Outcome.DUPLICATE)).isEqualTo(1);
        assertThat(twoDays.recount.tally().rejections()).isEqualTo(Map.of(RejectionReason.BEYOND_LEDGER, 1L));
    }

    @Test
    void refusesWhatIsNotWellFormedForTheReasonThatComesFirst() {
        // Given
        Feedback fine = response(1, "good");
        List<Map<String, Object>> faulty = List.of(
                Map.of("feedback_id", "1", "revision", 0),
                Map.of("revision", 0, "hospital", "H 1"),
                Map.of("hospital", "H 1"),
                Map.of("hospital", "H2"),
                Map.of("unit", "W|1"),
                Map.of("questionnaire", "fft-1"),
                Map.of("withdrawn", true),
                Map.of("answers", List.of()),
                Map.of("answers", List.of(new Answer("what", "good"))),
                Map.of("answers", List.of(new Answer("overall", "fair"))),
                Map.of("answers", List.of(new Answer("overall", "good"), new Answer("overall", "fair"))));

        // When
        for (Map<String, Object> values : faulty) {
            fixture.arrives(NOON, changed(fine, values));
        }
        fixture.recount.count(null, fixture.bytes(fine), NOON.toEpochMilli());
        fixture.recount.count(new byte[0], fixture.bytes(fine), NOON.toEpochMilli());
        fixture.recount.count(RecountFixture.key("H1"), null, NOON.toEpochMilli());
        fixture.recount.count(RecountFixture.key("H1"), new byte[] {1, 2}, NOON.toEpochMilli());
        fixture.recount.count(RecountFixture.key("H1"), new byte[] {0, 0, 0, 9, 9, 1}, NOON.toEpochMilli());
        fixture.recount.count(RecountFixture.key("H1"), fixture.bytes(fine), -1);

        // Then
        assertThat(fixture.recount.tally().rejections().keySet())
                .containsExactly(
                        RejectionReason.NULL_KEY,
                        RejectionReason.BAD_KEY,
                        RejectionReason.KEY_NOT_HOSPITAL,
                        RejectionReason.NULL_VALUE,
                        RejectionReason.NOT_AVRO_WIRE_FORMAT,
                        RejectionReason.UNKNOWN_SCHEMA,
                        RejectionReason.BAD_FEEDBACK_ID,
                        RejectionReason.BAD_REVISION,
                        RejectionReason.BAD_HOSPITAL,
                        RejectionReason.BAD_UNIT,
                        RejectionReason.UNKNOWN_QUESTIONNAIRE,
                        RejectionReason.UNKNOWN_QUESTION,
                        RejectionReason.UNKNOWN_ANSWER,
                        RejectionReason.DUPLICATE_QUESTION,
                        RejectionReason.NO_ANSWERS,
                        RejectionReason.ANSWERS_ON_WITHDRAWAL,
                        RejectionReason.NO_ARRIVAL_TIME);
        assertThat(fixture.recount.tally().in()).isEqualTo(17);
    }

    @Test
    void whatChangesAfterTheRowsHaveSettledIsInMotion() {
        // Given
        fixture.arrives(later(1), response(1, "good"));

        // When
        fixture.recount.settle();
        fixture.arrives(later(2), revised(response(1, "neither"), 2));

        // Then
        assertThat(fixture.recount.moved()).isEqualTo(7);
    }

    @Test
    void aWindowMustBeFinalOnceTheLatenessAfterItHasPassedByArrivals() {
        // When
        fixture.arrives(later(0), response(1, "good")).recount.settle();

        // Then
        long limit = NOON.minus(Duration.ofDays(45)).toEpochMilli();
        assertThat(fixture.recount.mustBeFinal(limit)).isTrue();
        assertThat(fixture.recount.mustBeFinal(limit + 1)).isFalse();
    }

    private static Instant later(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }
}
