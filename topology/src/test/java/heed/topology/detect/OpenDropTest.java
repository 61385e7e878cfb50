package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What goes on after an alarm, beside its size: the trail that led to it, a wider audience, and whether it would be
 * raised today.
 */
class OpenDropTest {

    private static final long FIRST = 20_003;
    private static final int BEST = 0;
    private static final int WORST = 60;
    private static final long NOON = 43_200_000;

    private final MeasureWatchCodec codec = new MeasureWatchCodec();
    private final Recorded recorded = new Recorded();
    private MeasureWatch key = new MeasureWatch(new WatchRule(365, 3650));

    @Test
    void showsHowTheEvidenceGrewUntilTheAlarm() {
        // Given
        days(FIRST, 120, 18, 2);

        // When
        long last = fallUntilAlarm(FIRST + 120);

        // Then
        List<TrailDay> trail = alarm().trail();
        assertThat(trail).hasSize(60);
        assertThat(trail).extracting(TrailDay::day).isSorted().endsWith(last - 2, last - 1, last);
        assertThat(trail.get(59).evidence()).isCloseTo(alarm().evidence(), within(1e-12));
        assertThat(trail.get(0).n()).isEqualTo(20);
        assertThat(trail.get(0).score()).isCloseTo(.9, within(1e-12));
        assertThat(trail.get(0).usual()).isCloseTo(.9, within(.001));
        assertThat(trail).filteredOn(day -> day.day() < FIRST + 120).allMatch(day -> day.evidence() < .1);
    }

    @Test
    void beginsTheTrailWhereTheWatchBegan() {
        // Given
        days(FIRST, 40, 18, 2);

        // When
        long last = fallUntilAlarm(FIRST + 40);

        // Then
        assertThat(alarm().trail())
                .extracting(TrailDay::day)
                .startsWith(FIRST + 30, FIRST + 31)
                .endsWith(last);
    }

    @Test
    void leavesDaysWithoutAnswersOutOfTheTrail() {
        // Given
        days(FIRST, 60, 18, 2);
        key.add(FIRST + 60, 12, BEST, 0, recorded);
        key.retract(FIRST + 60, 12, BEST, 0, recorded);
        days(FIRST + 61, 10, 18, 2);

        // When
        fallUntilAlarm(FIRST + 71);

        // Then
        assertThat(alarm().trail())
                .extracting(TrailDay::day)
                .contains(FIRST + 59, FIRST + 61)
                .doesNotContain(FIRST + 60);
    }

    @Test
    void confirmsADropForAWiderAudienceOnceWhenTheSameEvidenceIsTenTimesAsStrong() {
        // Given
        days(FIRST, 60, 18, 2);
        long last = fallUntilAlarm(FIRST + 60);
        boolean published = alarm().published();

        // When
        days(last + 1, 20, 16, 4);

        // Then
        assertThat(published).isFalse();
        assertThat(recorded.confirmations()).singleElement().satisfies(confirmed -> {
            assertThat(confirmed.evidence()).isBetween(10.0, 20.0);
            assertThat(confirmed.evidenceYears()).isEqualTo(confirmed.evidence());
            assertThat(confirmed.atMs()).isGreaterThan(alarm().atMs());
        });
        assertThat(key.snapshot().status()).isEqualTo(WatchStatus.ALARM);
    }

    @Test
    void goesOnFromTheEvidenceOfTheAlarmWithTheLaterAnswersOfItsDay() {
        // Given
        key = new MeasureWatch(new WatchRule(365, 365 * 3));
        days(FIRST, 60, 18, 2);
        long last = fallUntilAlarm(FIRST + 60);

        // When
        int more = 0;
        while (recorded.confirmations().isEmpty() && more < 20) {
            key.add(last, 23, WORST, last * 86_400_000 + 82_800_000 + more++, recorded);
        }

        // Then
        assertThat(alarm().published()).isFalse();
        assertThat(more).isLessThan(6);
        assertThat(recorded.confirmations()).singleElement().satisfies(confirmed -> assertThat(confirmed.evidence())
                .isBetween(3.0, 6.0));
    }

    @Test
    void saysAtTheAlarmThatItIsForAllWhereNoMoreIsAsked() {
        // Given
        key = new MeasureWatch(new WatchRule(365, 365));
        days(FIRST, 60, 18, 2);

        // When
        long last = fallUntilAlarm(FIRST + 60);
        days(last + 1, 5, 10, 10);

        // Then
        assertThat(alarm().published()).isTrue();
        assertThat(recorded.confirmations()).isEmpty();
    }

    @Test
    void goesOnGatheringEvidenceOnceEverybodyIsToldUntilTheRecovery() {
        // Given
        key = new MeasureWatch(new WatchRule(365, 365));
        days(FIRST, 60, 18, 2);
        long last = fallUntilAlarm(FIRST + 60);
        boolean published = alarm().published();

        // When
        days(last + 1, 10, 14, 6);
        double soon = key.closedDays().evidenceYears();
        days(last + 11, 30, 14, 6);
        double later = key.closedDays().evidenceYears();
        days(last + 41, 30, 18, 2);
        double back = key.closedDays().evidenceYears();

        // Then
        assertThat(published).isTrue();
        assertThat(soon).isGreaterThan(100);
        assertThat(later).isGreaterThan(100_000 * soon);
        assertThat(back).isLessThan(.1);
        assertThat(recorded.confirmations()).isEmpty();
    }

    @Test
    void keepsTheEvidenceANumberHoweverLongAFallLasts() {
        // Given
        days(FIRST, 60, 18, 2);
        fallUntilAlarm(FIRST + 60);

        // When
        days(FIRST + 200, 300, 0, 40);

        // Then
        assertThat(key.closedDays().evidence()).isCloseTo(1e30, within(1e15));
        assertThat(codec.encode(MeasureWatchCodec.decode(codec.encode(key), new WatchRule(365, 3650))))
                .isEqualTo(codec.encode(key));
    }

    @Test
    void doesNotConfirmADropWhoseScoreComesBack() {
        // Given
        days(FIRST, 60, 18, 2);
        long last = fallUntilAlarm(FIRST + 60);

        // When
        days(last + 1, 30, 18, 2);

        // Then
        assertThat(recorded.confirmations()).isEmpty();
        assertThat(key.snapshot().status()).isEqualTo(WatchStatus.NORMAL);
    }

    @Test
    void countsARecoveredDropsEvidenceNoMore() {
        // Given
        key = new MeasureWatch(new WatchRule(365, 365 * 3));
        days(FIRST, 60, 18, 2);
        long last = fallUntilAlarm(FIRST + 60);
        days(last + 1, 30, 18, 2);

        // When
        WatchState state = key.snapshot();

        // Then
        assertThat(state.status()).isEqualTo(WatchStatus.NORMAL);
        assertThat(state.evidence()).isLessThan(.1);
    }

    @Test
    void saysThatAnAlarmWouldNotBeRaisedOnceABadAnswerIsTakenBackAndAgainWhenItReturns() {
        // Given
        days(FIRST, 60, 18, 2);
        long last = fallUntilAlarm(FIRST + 60);
        long atMs = alarm().atMs();

        // When
        key.retract(last, 12, WORST, atMs, recorded);
        key.review(atMs, recorded);
        key.retract(last, 12, WORST, atMs, recorded);
        key.review(atMs, recorded);
        key.add(last, 12, WORST, atMs, recorded);
        key.add(last, 12, WORST, atMs, recorded);
        key.review(atMs, recorded);

        // Then
        assertThat(recorded.revisions())
                .containsExactly(new WatchEvent.Revised(atMs, false), new WatchEvent.Revised(atMs, true));
        assertThat(key.snapshot().status()).isEqualTo(WatchStatus.ALARM);
    }

    @Test
    void saysNothingOfACorrectionThatPutsTheSameAnswerBack() {
        // Given
        days(FIRST, 60, 18, 2);
        long last = fallUntilAlarm(FIRST + 60);
        long atMs = alarm().atMs();

        // When
        key.retract(last, 12, WORST, atMs, recorded);
        key.add(last, 12, WORST, atMs, recorded);
        key.review(atMs, recorded);

        // Then
        assertThat(recorded.revisions()).isEmpty();
    }

    @Test
    void passesOverWhatWasGivenAfterTheAlarm() {
        // Given
        days(FIRST, 60, 18, 2);
        long last = fallUntilAlarm(FIRST + 60);
        long after = alarm().atMs() + 1;
        for (int i = 0; i < 5; i++) {
            key.add(last, 12, WORST, after, recorded);
        }

        // When
        for (int i = 0; i < 5; i++) {
            key.retract(last, 12, WORST, after, recorded);
            key.review(after, recorded);
        }

        // Then
        assertThat(recorded.revisions()).isEmpty();
    }

    @Test
    void looksAtAnAlarmNoMoreOnceItsDaysAreSealed() {
        // Given
        days(FIRST, 60, 18, 2);
        long last = fallUntilAlarm(FIRST + 60);
        days(last + 1, 3, 16, 4);

        // When
        for (int i = 0; i < 4; i++) {
            key.retract(last, 12, WORST, alarm().atMs(), recorded);
            key.review(alarm().atMs(), recorded);
        }

        // Then
        assertThat(recorded.revisions()).isEmpty();
        assertThat(key.snapshot().late()).isEqualTo(4);
    }

    @Test
    void goesOnAfterARestartAtAnyAnswerAsWithoutOne() {
        // Given
        days(FIRST, 60, 18, 2);
        long last = fallUntilAlarm(FIRST + 60);
        MeasureWatch unbroken = key;
        MeasureWatch restarted = MeasureWatchCodec.decode(codec.encode(key), new WatchRule(365, 3650));

        // When
        goOn(unbroken, last, recorded);
        Recorded afterRestart = new Recorded();
        goOn(restarted, last, afterRestart);

        // Then
        assertThat(afterRestart.confirmations()).hasSize(1).isEqualTo(recorded.confirmations());
        assertThat(afterRestart.revisions()).hasSize(1).isEqualTo(recorded.revisions());
        assertThat(codec.encode(restarted)).isEqualTo(codec.encode(unbroken));
    }

    private void goOn(MeasureWatch going, long last, Recorded listener) {
        going.retract(last, 12, WORST, alarm().atMs(), listener);
        going.retract(last, 12, WORST, alarm().atMs(), listener);
        going.review(alarm().atMs(), listener);
        key = going;
        for (long day = last + 1; day < last + 20; day++) {
            day(day, 16, 4, listener);
        }
    }

    /** Days of .8 until the alarm, whose day it returns; the bad answers come last. */
    private long fallUntilAlarm(long first) {
        long day = first;
        while (key.snapshot().status() == WatchStatus.NORMAL) {
            day(day++, 16, 4, recorded);
        }
        return day - 1;
    }

    private WatchEvent.Alarm alarm() {
        return (WatchEvent.Alarm) recorded.events().get(1);
    }

    private void days(long first, int days, int good, int bad) {
        for (long day = first; day < first + days; day++) {
            day(day, good, bad, recorded);
        }
    }

    /** Answers of noon, a second apart. */
    private void day(long day, int good, int bad, Recorded listener) {
        for (int i = 0; i < good + bad; i++) {
            key.add(day, 12, i < good ? BEST : WORST, day * 86_400_000 + NOON + i * 1_000L, listener);
        }
    }
}
