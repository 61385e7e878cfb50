package heed.schemas.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Audience;
import heed.schemas.Baseline;
import heed.schemas.BaselineState;
import heed.schemas.Drop;
import heed.schemas.Episode;
import heed.schemas.LeagueRow;
import heed.schemas.Movement;
import heed.schemas.National;
import heed.schemas.Score;
import heed.schemas.Standing;
import heed.schemas.Window;
import heed.schemas.figures.Counted;
import heed.schemas.record.FilledRecord;
import heed.schemas.record.RecordCopy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisclosureTest {

    private static final Minimums MINIMUMS = new Minimums(10, 21);
    private static final Disclosure STAFF = Disclosure.to(Audience.INTERNAL, MINIMUMS);
    private static final Disclosure EVERYBODY = Disclosure.to(Audience.PUBLISHED, MINIMUMS);

    private static Counted tally(long n) {
        return new Counted(n, 0, 0);
    }

    @Test
    void showsEachAudienceFiguresFromItsOwnMinimumOn() {
        // When // Then
        assertThat(STAFF.read(tally(9), 0)).isEqualTo(new Reading.TooFew(10));
        assertThat(STAFF.read(tally(10), 0)).isInstanceOf(Reading.Shown.class);
        assertThat(EVERYBODY.read(tally(20), 0)).isEqualTo(new Reading.TooFew(21));
        assertThat(EVERYBODY.read(tally(21), 0)).isInstanceOf(Reading.Shown.class);
        assertThat(EVERYBODY.read(tally(0), 0)).isEqualTo(new Reading.NoResponses());
    }

    @Test
    void keepsToTheMinimumThatRowsWereWrittenWithWhereItIsTheLarger() {
        // When // Then
        assertThat(STAFF.read(tally(11), 12)).isEqualTo(new Reading.TooFew(12));
        assertThat(STAFF.read(tally(12), 12)).isInstanceOf(Reading.Shown.class);
        assertThat(STAFF.read(tally(9), 5)).isEqualTo(new Reading.TooFew(10));
    }

    @Test
    void tellsEverybodyOfWholeHospitalsOnly() {
        // Given
        Score whole = RecordCopy.of(FilledRecord.of(Score.class), Score.newBuilder())
                .setWindow(Window.MONTH)
                .setUnit(null)
                .build();
        Score unit = RecordCopy.of(whole, Score.newBuilder()).setUnit("W1").build();

        // When // Then
        assertThat(STAFF.takes(unit)).isTrue();
        assertThat(EVERYBODY.takes(unit)).isFalse();
        assertThat(EVERYBODY.takes(whole)).isTrue();
    }

    @Test
    void tellsEverybodyNoRanksOverMeasuresThatMayBeWithheld() {
        // When // Then
        assertThat(STAFF.takesStandings()).isTrue();
        assertThat(EVERYBODY.takesStandings()).isFalse();
    }

    @Test
    void tellsEverybodyOfAnEpisodeHowManyHospitalsFellAndNotWhich() {
        // Given
        Episode episode = RecordCopy.of(FilledRecord.of(Episode.class), Episode.newBuilder())
                .setHospitals(List.of("H1", "H2", "H3"))
                .setFlagged(3)
                .build();

        // When
        Episode told = EVERYBODY.cleared(episode);

        // Then
        assertThat(STAFF.cleared(episode).getHospitals()).containsExactly("H1", "H2", "H3");
        assertThat(told.getHospitals()).isEmpty();
        assertThat(told.getFlagged()).isEqualTo(3);
    }

    @Test
    void tellsEverybodyOfADropNoMoreThanItsSentenceSays() {
        // Given
        Drop drop = RecordCopy.of(FilledRecord.of(Drop.class), Drop.newBuilder())
                .setScore(0.71428)
                .setResponsesUsed(112.7)
                .setOpenedAt(Instant.parse("2026-02-24T10:41:00Z"))
                .build();

        // When
        Drop toStaff = STAFF.cleared(drop);
        Drop toEverybody = EVERYBODY.cleared(drop);

        // Then
        assertThat(FilledRecord.differing(drop, toStaff)).isEmpty();
        assertThat(toEverybody.getScore()).isEqualTo(0.71);
        assertThat(toEverybody.getResponsesUsed()).isEqualTo(105);
        assertThat(toEverybody.getOpenedAt()).isEqualTo(Instant.parse("2026-02-24T00:00:00Z"));
        assertThat(toEverybody.getTrail()).isEmpty();
        assertThat(toEverybody.getMix()).isEmpty();
        assertThat(toEverybody.getTurns()).isEmpty();
        assertThat(toEverybody.getResponsesBack()).isNull();
        assertThat(drop.getScore()).isEqualTo(0.71428);
    }

    /** Whoever tries a day's milliseconds would find the moment in the topic's id. */
    @Test
    void namesADropToEverybodyByItsLineAndDayAlone() {
        // Given
        Drop morning = RecordCopy.of(FilledRecord.of(Drop.class), Drop.newBuilder())
                .setDropId("0b5a3b5e-6f3f-3d0c-9d0a-111111111111")
                .setOpenedAt(Instant.parse("2026-02-24T10:41:00.217Z"))
                .build();
        Drop evening = RecordCopy.of(morning, Drop.newBuilder())
                .setDropId("0b5a3b5e-6f3f-3d0c-9d0a-222222222222")
                .setOpenedAt(Instant.parse("2026-02-24T22:05:13.001Z"))
                .build();
        Drop nextDay = RecordCopy.of(morning, Drop.newBuilder())
                .setOpenedAt(Instant.parse("2026-02-25T10:41:00.217Z"))
                .build();
        Drop elsewhere =
                RecordCopy.of(morning, Drop.newBuilder()).setHospital("H9").build();

        // When
        String named = EVERYBODY.cleared(morning).getDropId();

        // Then
        assertThat(named)
                .isEqualTo(EVERYBODY.cleared(evening).getDropId())
                .isNotEqualTo(EVERYBODY.cleared(nextDay).getDropId())
                .isNotEqualTo(EVERYBODY.cleared(elsewhere).getDropId())
                .isNotEqualTo(morning.getDropId());
        assertThat(STAFF.cleared(morning).getDropId()).isEqualTo(morning.getDropId());
    }

    @Test
    void tellsStaffAloneHowFarAllHospitalsMoved() {
        // Given
        Movement week = RecordCopy.of(FilledRecord.of(Movement.class), Movement.newBuilder())
                .setMinimum(100)
                .build();

        // When // Then
        assertThat(STAFF.takes(week)).isTrue();
        assertThat(EVERYBODY.takes(week)).isFalse();
    }

    @Test
    void comparesForEverybodyWithoutWhatTellsHowManyAnswersSingleDaysHave() {
        // Given
        LeagueRow row = RecordCopy.of(FilledRecord.of(LeagueRow.class), LeagueRow.newBuilder())
                .setMonth("2026-01")
                .setDesignEffect(1.0888)
                .setEffectiveN(27.55)
                .setClusteredLow(7012)
                .setClusteredHigh(9423)
                .setExpectedLow(7051)
                .setExpectedHigh(9449)
                .build();
        National all = RecordCopy.of(FilledRecord.of(National.class), National.newBuilder())
                .setMonth("2026-01")
                .setP0(.83127)
                .setTau2(.000449)
                .setAnswerRatio(1.2345)
                .setDayCorrelation(.0888)
                .setBelowMinimum(3)
                .build();

        // When
        LeagueRow toldRow = EVERYBODY.cleared(row);
        National toldAll = EVERYBODY.cleared(all);

        // Then
        assertThat(toldRow.getDesignEffect()).isEqualTo(1);
        assertThat(toldRow.getEffectiveN()).isZero();
        assertThat(List.of(toldRow.getClusteredLow(), toldRow.getClusteredHigh()))
                .containsOnly(0);
        assertThat(List.of(toldRow.getExpectedLow(), toldRow.getExpectedHigh())).containsExactly(7100, 9400);
        assertThat(List.of(toldAll.getP0(), toldAll.getTau2(), toldAll.getAnswerRatio()))
                .containsExactly(.83, .0004, 1.23);
        assertThat(toldAll.getDayCorrelation()).isNull();
        assertThat(toldAll.getBelowMinimum()).isEqualTo(Disclosure.NOT_TOLD);
        assertThat(STAFF.cleared(row).getDesignEffect()).isEqualTo(1.0888);
        assertThat(STAFF.cleared(all).getDayCorrelation()).isEqualTo(.0888);
    }

    @Test
    void comparesAsOfTheEndOfTheMonthSinceTheNewestAnswerMayBeOfAHospitalWithTooFew() {
        // Given
        Instant arrival = Instant.parse("2026-03-14T10:41:00.217Z");
        LeagueRow row = RecordCopy.of(FilledRecord.of(LeagueRow.class), LeagueRow.newBuilder())
                .setMonth("2026-01")
                .setAsOf(arrival)
                .setRestatements(20)
                .build();
        National all = RecordCopy.of(FilledRecord.of(National.class), National.newBuilder())
                .setMonth("2026-01")
                .setAsOf(arrival)
                .setRestatements(43)
                .build();
        Standing overall = RecordCopy.of(FilledRecord.of(Standing.class), Standing.newBuilder())
                .setMonth("2026-01")
                .setAsOf(arrival)
                .setRestatements(19)
                .build();

        // When
        LeagueRow toldRow = EVERYBODY.cleared(row);
        National toldAll = EVERYBODY.cleared(all);

        // Then
        assertThat(toldRow.getAsOf()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(toldRow.getRestatements()).isZero();
        assertThat(toldAll.getAsOf()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(toldAll.getRestatements()).isEqualTo(42);
        assertThat(STAFF.cleared(row).getAsOf()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(STAFF.cleared(all).getAsOf()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(List.of(
                        STAFF.cleared(row).getRestatements(),
                        STAFF.cleared(all).getRestatements(),
                        STAFF.cleared(overall).getRestatements()))
                .as("corrections at whichever hospital, in steps of ten")
                .containsExactly(20L, 40L, 10L);
        assertThat(STAFF.cleared(overall).getAsOf()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    }

    @Test
    void tellsEverybodyOfMonthsAloneAndOfNoDaysThatAreSummedUp() {
        // When // Then
        assertThat(EVERYBODY.readDays(tally(100), 0)).isEqualTo(new Reading.Withheld(Reading.Why.NOT_RELEASED));
        assertThat(EVERYBODY.readMissing()).isEqualTo(new Reading.Withheld(Reading.Why.NOT_RELEASED));
        assertThat(STAFF.readDays(tally(9), 0)).isEqualTo(new Reading.TooFew(10));
        assertThat(STAFF.readMissing()).isEqualTo(new Reading.NoResponses());
    }

    @Test
    void countsInWholeStepsOfTheMinimum() {
        // When // Then
        assertThat(STAFF.inSteps(9)).isZero();
        assertThat(STAFF.inSteps(10)).isEqualTo(10);
        assertThat(STAFF.inSteps(29)).isEqualTo(20);
        assertThat(EVERYBODY.inSteps(29)).isEqualTo(21);
        assertThat(new Disclosure(Audience.INTERNAL, 1).inSteps(29)).isEqualTo(29);
    }

    @Test
    void refusesAnAudienceThatIsShownNothing() {
        // When // Then
        assertThatThrownBy(() -> new Disclosure(Audience.NOBODY, 10))
                .hasMessage("needs somebody who reads and a minimum of at least 1: audience=NOBODY minimum=10");
    }

    @Test
    void tellsThatALineIsWatchedButNotWhatWasLearnedFromTooFewAnswers() {
        // Given
        Baseline whole = RecordCopy.of(FilledRecord.of(Baseline.class), Baseline.newBuilder())
                .setUnit(null)
                .setState(BaselineState.WATCHED)
                .setN(220)
                .build();
        Baseline learning = RecordCopy.of(whole, Baseline.newBuilder())
                .setState(BaselineState.LEARNING)
                .build();
        Disclosure below = new Disclosure(Audience.INTERNAL, 221);
        Disclosure at = new Disclosure(Audience.INTERNAL, 220);

        // When
        Baseline cleared = below.cleared(whole);

        // Then
        assertThat(below.takes(whole)).isTrue();
        assertThat(below.takes(learning)).isFalse();
        assertThat(at.takes(learning)).isTrue();
        assertThat(at.cleared(whole)).isSameAs(whole);
        assertThat(cleared)
                .isEqualTo(RecordCopy.of(whole, Baseline.newBuilder())
                        .setN(0)
                        .setDays(0)
                        .setUsual(null)
                        .setEvidence(0)
                        .setEvidenceYears(0)
                        .build());
    }
}
