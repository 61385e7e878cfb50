package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeasureWatchTest {

    private static final long MONDAY = 20_003;
    private static final int BEST = 0;
    private static final int WORST = 60;

    private final MeasureWatch key = new MeasureWatch(new WatchRule(365));
    private final Recorded recorded = new Recorded();

    @Test
    void knowsNothingAtFirst() {
        // When // Then
        assertThat(key.snapshot()).isEqualTo(new WatchState(WatchStatus.LEARNING, 0, 0, .5, .01, 0, 0, 0));
    }

    @Test
    void learnsWhenTwentyEightDaysWithTwoHundredAnswersAreSealed() {
        // Given
        days(MONDAY, 30, 9, 1);

        // When
        key.add(MONDAY + 30, 12, BEST, 1_000, recorded);

        // Then
        assertThat(recorded.events()).singleElement().isInstanceOfSatisfying(WatchEvent.Learned.class, learned -> {
            assertThat(learned.atMs()).isEqualTo(1_000);
            assertThat(learned.n()).isEqualTo(280);
            assertThat(learned.baseline()).isCloseTo(1 - 28.5 / 281, within(1e-12));
        });
    }

    @Test
    void goesOnLearningAtTwentySevenDays() {
        // When
        days(MONDAY, 30, 9, 1);

        // Then
        assertThat(recorded.events()).isEmpty();
        assertThat(key.snapshot().baselineDays()).isEqualTo(27);
    }

    @Test
    void goesOnLearningAtOneHundredAndNinetyEightAnswersAndStopsAtTwoHundredAndFour() {
        // When
        days(MONDAY, 36, 5, 1);
        WatchState at198 = key.snapshot();
        days(MONDAY + 36, 1, 5, 1);
        WatchState at204 = key.snapshot();

        // Then
        assertThat(at198.baselineN()).isEqualTo(198);
        assertThat(at198.status()).isEqualTo(WatchStatus.LEARNING);
        assertThat(at204.baselineN()).isEqualTo(204);
        assertThat(at204.status()).isEqualTo(WatchStatus.NORMAL);
    }

    @Test
    void countsWhatComesAfterItsDayWasSealedAsLateAndIgnoresIt() {
        // Given
        days(MONDAY, 10, 9, 1);
        WatchState before = key.snapshot();

        // When
        key.add(MONDAY + 6, 12, WORST, 0, recorded);
        key.retract(MONDAY + 6, 12, WORST, 0, recorded);

        // Then
        assertThat(before.late()).isZero();
        assertThat(key.snapshot().late()).isEqualTo(2);
        assertThat(key.snapshot().baselineN()).isEqualTo(before.baselineN());
    }

    @Test
    void takesAnswersOfTheTwoDaysBeforeTheNewest() {
        // Given
        days(MONDAY, 10, 9, 1);

        // When
        key.add(MONDAY + 7, 12, WORST, 0, recorded);

        // Then
        assertThat(key.snapshot().late()).isZero();
    }

    @Test
    void countsTheRetractionOfWhatNobodySaidAsLate() {
        // Given
        key.add(MONDAY, 12, WORST, 0, recorded);

        // When
        key.retract(MONDAY, 12, BEST, 0, recorded);
        key.retract(MONDAY, 11, WORST, 0, recorded);
        key.retract(MONDAY + 1, 12, WORST, 0, recorded);

        // Then
        assertThat(key.snapshot().late()).isEqualTo(3);
    }

    @Test
    void leavesADayThatRetractionsEmptiedOutOfTheBaseline() {
        // Given
        days(MONDAY, 3, 9, 1);
        key.add(MONDAY + 3, 12, WORST, 0, recorded);
        key.retract(MONDAY + 3, 12, WORST, 0, recorded);

        // When
        days(MONDAY + 4, 4, 9, 1);

        // Then
        assertThat(key.snapshot().baselineDays()).isEqualTo(4);
    }

    @Test
    void opensADropOnceAndForgetsTheEvidence() {
        // Given
        days(MONDAY, 60, 18, 2);

        // When
        days(MONDAY + 60, 3, 5, 15);

        // Then
        assertThat(recorded.events()).hasSize(2);
        assertThat(recorded.events().get(1)).isInstanceOfSatisfying(WatchEvent.Alarm.class, alarm -> {
            assertThat(alarm.evidence()).isGreaterThanOrEqualTo(1);
            assertThat(alarm.evidenceYears()).isEqualTo(alarm.evidence());
            assertThat(alarm.drop()).isCloseTo(alarm.baseline() - alarm.score(), within(1e-15));
            assertThat(alarm.sinceLocalMs() / 86_400_000.0).isBetween(MONDAY + 59.5, MONDAY + 61.0);
        });
        assertThat(key.snapshot().status()).isEqualTo(WatchStatus.ALARM);
        assertThat(key.snapshot().evidence()).isZero();
    }

    @Test
    void opensADropWhenAGoodAnswerIsTakenBack() {
        // Given
        days(MONDAY, 60, 18, 2);
        for (int i = 0; i < 400; i++) {
            key.add(MONDAY + 60, 9, BEST, 0, recorded);
        }
        for (int i = 0; i < 40; i++) {
            key.add(MONDAY + 60, 9, WORST, 0, recorded);
        }

        // When
        int taken = 0;
        while (key.snapshot().status() == WatchStatus.NORMAL && taken < 400) {
            key.retract(MONDAY + 60, 9, BEST, taken++, recorded);
        }

        // Then
        assertThat(taken).isBetween(1, 399);
        assertThat(recorded.events()).hasSize(2);
        assertThat(recorded.events().get(1).atMs()).isEqualTo(taken - 1);
    }

    @Test
    void recoversWhenTheUsualScoreIsBackAndLearnsAgain() {
        // Given
        days(MONDAY, 60, 18, 2);
        days(MONDAY + 60, 5, 5, 15);
        long learned = key.snapshot().baselineN();

        // When
        days(MONDAY + 65, 30, 18, 2);

        // Then
        assertThat(recorded.events()).hasSize(3);
        assertThat(recorded.events().get(2))
                .isInstanceOfSatisfying(WatchEvent.Recovered.class, recovered -> assertThat(recovered.recovery())
                        .isGreaterThanOrEqualTo(1));
        assertThat(key.snapshot().status()).isEqualTo(WatchStatus.NORMAL);
        assertThat(key.snapshot().baselineN()).isGreaterThan(learned);
    }

    @Test
    void throwsAwayAtAnAlarmTheDaysThatWaitedToBeLearned() {
        // Given
        days(MONDAY, 60, 18, 2);
        long day = MONDAY + 60;
        while (key.snapshot().status() == WatchStatus.NORMAL) {
            days(day++, 1, 17, 3);
        }
        WatchState atAlarm = key.snapshot();

        // When
        while (key.snapshot().baselineDays() == atAlarm.baselineDays()) {
            days(day++, 1, 18, 2);
        }

        // Then
        assertThat(atAlarm.baselineDays()).isLessThan((int) (day - MONDAY) - 10);
        assertThat(key.snapshot().baselineDays()).isEqualTo(atAlarm.baselineDays() + 1);
        assertThat(key.snapshot().baselineN()).isEqualTo(atAlarm.baselineN() + 20);
    }

    @Test
    void countsAMonthOfSilenceAsAWeek() {
        // Given
        days(MONDAY, 60, 18, 2);
        byte[] before = new MeasureWatchCodec().encode(key);

        // When
        double week = evidenceAfterAnAnswer(before, MONDAY + 59 + 7);
        double month = evidenceAfterAnAnswer(before, MONDAY + 59 + 28);
        double day = evidenceAfterAnAnswer(before, MONDAY + 59 + 1);

        // Then
        assertThat(month).isEqualTo(week);
        assertThat(day).isLessThan(week);
    }

    private double evidenceAfterAnAnswer(byte[] before, long day) {
        MeasureWatch silent = MeasureWatchCodec.decode(before, new WatchRule(365));
        silent.add(day, 12, BEST, 0, recorded);
        return silent.snapshot().evidence();
    }

    @Test
    void keepsTheBaselineAfterAYearOfDays() {
        // Given
        days(MONDAY, 370, 18, 2);
        WatchState full = key.snapshot();

        // When
        days(MONDAY + 370, 20, 19, 1);

        // Then
        assertThat(full.baselineDays()).isEqualTo(365);
        assertThat(key.snapshot().baseline()).isEqualTo(full.baseline());
    }

    /** Gives so many good and bad answers on each of successive days, spread over the hours. */
    private void days(long first, int days, int good, int bad) {
        for (long day = first; day < first + days; day++) {
            for (int i = 0; i < good + bad; i++) {
                int hour = 8 + i % 12;
                key.add(
                        day,
                        hour,
                        i % (good + bad) < bad ? WORST : BEST,
                        day * 86_400_000 + hour * 3_600_000L,
                        recorded);
            }
        }
    }
}
