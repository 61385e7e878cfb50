package heed.schemas.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.DropTurn;
import heed.schemas.Movement;
import heed.schemas.Severity;
import heed.schemas.WatchTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SharedFallTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate FIRST = LocalDate.parse("2026-02-02");

    private final Map<LocalDate, Counted> own = new TreeMap<>();
    private final Map<LocalDate, Movement> all = new TreeMap<>();
    private final Drop.Builder drop = Drop.newBuilder()
            .setDropId("d")
            .setHospital("H1")
            .setMeasure("fft-2020.positive")
            .setState(DropState.OPEN)
            .setPhase(DropPhase.OPEN)
            .setWatchTime(WatchTime.GIVEN)
            .setSeverity(Severity.MINOR)
            .setBaseline(.9)
            .setScore(.85)
            .setScoreLow(.8)
            .setScoreHigh(.9)
            .setFall(.05)
            .setTunedFall(.05)
            .setEvidence(1)
            .setEvidenceYears(2)
            .setFalseAlarmDays(730)
            .setResponsesUsed(100)
            .setIcc(0)
            .setRuleVersion("watch-1")
            .setAudience(Audience.INTERNAL)
            .setSince(at("2026-03-03"))
            .setOpenedAt(at("2026-03-12"))
            .setAsOf(at("2026-03-12"))
            .setTrail(List.of())
            .setTurns(List.of())
            .setMix(List.of());

    @Test
    void countsTheSameWeeksOnBothSidesEachWithTheWeightOfTheOwnAnswers() {
        // Given
        week(0, 1_000, 900, 0);
        week(1, 3_000, 2_700, 0.01);
        week(4, 1_000, 860, -0.01);
        week(5, 3_000, 2_550, -0.03);

        // When
        SharedFall fall = compared(10).orElseThrow();

        // Then
        assertThat(fall.fall()).isCloseTo(0.0475, within(1e-12));
        assertThat(fall.moved()).isCloseTo(-0.025 - 0.0075, within(1e-12));
        assertThat(fall.beyond()).isCloseTo(0.015, within(1e-12));
        assertThat(fall.weeks()).isEqualTo(2);
        assertThat(fall.hospitals()).isEqualTo(200);
        assertThat(fall.verdict()).isEqualTo(FallVerdict.SHARED);
        // Student's 1.9801 times the root of .002 squared and of half that of two weeks before.
        assertThat(fall.movedReach()).isCloseTo(1.9801 * Math.sqrt(1.5 * 0.002 * 0.002), within(1e-6));
    }

    @Test
    void comparesNothingWhereTheWeeksOfAllEndBeforeTheFallBegan() {
        // Given
        week(0, 4_000, 3_600, 0);
        drop.setSince(at("2026-08-04")).setOpenedAt(at("2026-08-12"));

        // When
        Optional<SharedFall> fall = compared(10);

        // Then
        assertThat(fall).isEmpty();
    }

    @Test
    void aFallThatGoesBeyondTheOthersIsOwn() {
        // Given
        week(0, 4_000, 3_600, 0);
        week(4, 2_000, 1_600, -0.03);

        // When
        SharedFall fall = compared(10).orElseThrow();

        // Then
        assertThat(fall.beyond()).isCloseTo(0.07, within(1e-12));
        assertThat(fall.verdict()).isEqualTo(FallVerdict.OWN);
    }

    @Test
    void anOwnFallThatBeginsWhileASharedOneLastsIsNotExcusedByTheWeeksBeforeIt() {
        // Given
        week(0, 4_000, 3_600, 0);
        for (int each = 4; each < 12; each++) {
            week(each, 1_000, 860, -0.03);
        }
        FallVerdict shared = compared(10).orElseThrow().verdict();
        week(12, 1_000, 760, -0.03);

        // When
        SharedFall fall = compared(10).orElseThrow();

        // Then
        assertThat(shared).isEqualTo(FallVerdict.SHARED);
        assertThat(fall.beyond() + fall.reach()).isLessThan(0.05);
        assertThat(fall.verdict()).isEqualTo(FallVerdict.UNKNOWN);
    }

    @Test
    void latestWeeksOfFewerAnswersThanMayBeShownDecideNothing() {
        // Given
        week(0, 4_000, 3_600, 0);
        for (int each = 4; each < 12; each++) {
            week(each, 1_000, 860, -0.03);
        }
        week(12, 9, 0, -0.03);

        // When
        FallVerdict belowTheLimit = compared(10).orElseThrow().verdict();
        FallVerdict atIt = compared(9).orElseThrow().verdict();

        // Then
        assertThat(belowTheLimit).isEqualTo(FallVerdict.SHARED);
        assertThat(atIt).isEqualTo(FallVerdict.UNKNOWN);
    }

    @Test
    void aFallOnFewAnswersIsNotExcusedAlthoughItsFiguresLookShared() {
        // Given
        week(0, 400, 360, 0);
        week(4, 40, 34, -0.05);

        // When
        SharedFall fall = compared(10).orElseThrow();

        // Then
        assertThat(fall.beyond()).isCloseTo(0, within(1e-12));
        assertThat(fall.beyond() + fall.reach()).isGreaterThan(0.05);
        assertThat(fall.verdict()).isEqualTo(FallVerdict.UNKNOWN);
    }

    @Test
    void nothingIsSharedWhereOthersDidNotSurelyFall() {
        // Given
        week(0, 40_000, 36_000, 0);
        week(4, 20_000, 17_980, -0.002);

        // When
        SharedFall fall = compared(10).orElseThrow();

        // Then
        assertThat(fall.verdict()).isEqualTo(FallVerdict.UNKNOWN);
    }

    @Test
    void answersThatGoTogetherSayLess() {
        // Given
        week(0, 7_000, 6_300, 0);
        week(4, 7_000, 6_300, 0);
        double apart = compared(10).orElseThrow().reach();

        // When
        double together = compared(10, drop.setIcc(0.02).build()).orElseThrow().reach();

        // Then
        assertThat(together).isGreaterThan(3 * apart);
    }

    @Test
    void saysNothingOfFewerAnswersThanMayBeShownNorWithoutTheOthers() {
        // Given
        week(0, 400, 360, 0);
        week(4, 29, 20, -0.05);

        // When
        Optional<SharedFall> atTheLimit = compared(29);
        Optional<SharedFall> belowIt = compared(30);
        all.clear();
        Optional<SharedFall> alone = compared(10);

        // Then
        assertThat(atTheLimit).isPresent();
        assertThat(belowIt).isEmpty();
        assertThat(alone).isEmpty();
    }

    @Test
    void ofADropThatWasRaisedAgainWeeksBetweenItsAlarmsAreNotCountedOnBothSides() {
        // Given
        drop.setSince(at("2026-04-14")).setReopenedAt(at("2026-04-21")).setPhase(DropPhase.REOPENED);
        week(0, 1_000, 900, 0);
        week(6, 1_000, 900, 0);
        week(10, 1_000, 800, 0);
        week(11, 1_000, 800, 0);

        // When
        SharedFall fall = compared(10).orElseThrow();

        // Then
        assertThat(fall.fall()).isCloseTo(0.1, within(1e-12));
        assertThat(fall.weeks()).isEqualTo(2);
    }

    @Test
    void weeksAfterARecoveryAndThoseOfTheBeginningItselfAreNeither() {
        // Given
        drop.setSince(at("2026-03-06")).setState(DropState.RECOVERED).setRecoveredAt(at("2026-03-20"));
        week(0, 1_000, 900, 0);
        week(4, 1_000, 100, 0);
        week(5, 1_000, 800, 0);
        week(6, 1_000, 820, 0);
        week(7, 1_000, 100, 0);

        // When
        SharedFall fall = compared(10).orElseThrow();

        // Then
        assertThat(fall.fall()).isCloseTo(0.09, within(1e-12));
        assertThat(fall.weeks()).isEqualTo(2);
    }

    @Test
    void theFirstFallOfADropThatWasRaisedAgainIsNotTakenForWhatIsUsual() {
        // Given
        drop.setSince(at("2026-03-17"))
                .setReopenedAt(at("2026-03-19"))
                .setTurns(List.of(
                        new DropTurn(at("2026-02-12"), DropPhase.OPEN, .8, at("2026-02-10")),
                        new DropTurn(at("2026-02-20"), DropPhase.EASED, .8, at("2026-02-10")),
                        new DropTurn(at("2026-02-25"), DropPhase.RECOVERED, .9, at("2026-02-10")),
                        new DropTurn(at("2026-03-19"), DropPhase.REOPENED, .8, at("2026-03-17"))));
        week(0, 1_000, 900, 0);
        week(1, 1_000, 700, 0);
        week(2, 1_000, 700, 0);
        week(3, 1_000, 700, 0);
        week(4, 1_000, 900, 0);
        week(6, 1_000, 800, 0);

        // When
        SharedFall fall = compared(10).orElseThrow();

        // Then
        assertThat(fall.fall()).isCloseTo(0.1, within(1e-12));
        assertThat(fall.verdict()).isEqualTo(FallVerdict.OWN);
    }

    @Test
    void nothingIsBeforeADropThatIsRaisedAgainWhileItIsOpenButTheWeeksBeforeItsFirstAlarm() {
        // Given
        drop.setSince(at("2026-03-17"))
                .setReopenedAt(at("2026-03-19"))
                .setTurns(List.of(
                        new DropTurn(at("2026-02-12"), DropPhase.OPEN, .8, at("2026-02-10")),
                        new DropTurn(at("2026-02-20"), DropPhase.EASED, .85, at("2026-02-10")),
                        new DropTurn(at("2026-03-19"), DropPhase.REOPENED, .8, at("2026-03-17"))));
        week(0, 1_000, 900, 0);
        week(1, 1_000, 700, 0);
        week(4, 1_000, 850, 0);
        week(6, 1_000, 800, 0);

        // When
        SharedFall fall = compared(10).orElseThrow();

        // Then
        assertThat(fall.fall()).isCloseTo(0.1, within(1e-12));
    }

    private Optional<SharedFall> compared(int least) {
        return compared(least, drop.build());
    }

    private Optional<SharedFall> compared(int least, Drop of) {
        return SharedFall.of(of, LONDON, own, all, least);
    }

    private void week(int week, long n, long positive, double level) {
        LocalDate monday = FIRST.plusWeeks(week);
        own.put(monday, new Counted(n, positive * 10_000, positive * 100_000_000));
        all.put(
                monday,
                Movement.newBuilder()
                        .setMeasure("fft-2020.positive")
                        .setWeek("2026-W" + (10 + week))
                        .setMonday((int) monday.toEpochDay())
                        .setLevel(level)
                        .setError(0.002)
                        .setWeeksBefore(0)
                        .setHospitals(200)
                        .setMinimum(10)
                        .setAsOf(at(monday.plusDays(6).toString()))
                        .build());
    }

    private static Instant at(String date) {
        return Instant.parse(date + "T12:00:00Z");
    }
}
