package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DropCourseTest {

    private static final long FIRST = 20_003;
    private static final int BEST = 0;
    private static final int WORST = 60;
    private static final WatchRule RULE = new WatchRule(365);

    private final MeasureWatchCodec codec = new MeasureWatchCodec();
    private final Recorded recorded = new Recorded();
    private MeasureWatch key = new MeasureWatch(RULE);

    @Test
    void saysThatADropIsLargerOnceItsWholeRangeIs() {
        // Given
        long day = aModerateDrop();

        // When
        days(day, 8, 50, 150);

        // Then
        assertThat(alarm().size()).isEqualTo(FallSize.MODERATE);
        assertThat(recorded.escalations())
                .extracting(WatchEvent.Escalated::size)
                .containsExactly(FallSize.MAJOR, FallSize.SEVERE);
        assertThat(recorded.escalations()).allSatisfy(worse -> {
            assertThat(worse.drop()).isCloseTo(alarm().baseline() - worse.score(), within(1e-12));
            assertThat(alarm().baseline() - worse.scoreHigh())
                    .isGreaterThanOrEqualTo(worse.size() == FallSize.MAJOR ? .10 : .20);
        });
    }

    @Test
    void countsTheAnswersOfTheAlarmAndAllOfTheDaysAfterIt() {
        // Given
        long day = aModerateDrop();

        // When
        days(day, 8, 50, 150);

        // Then
        WatchEvent.Escalated first = recorded.escalations().get(0);
        long after = Math.round(first.nSince() - alarm().nSince());
        long bad = Math.round((1 - first.score()) * first.nSince() - (1 - alarm().score()) * alarm().nSince());
        assertThat(List.of(after, bad))
                .isEqualTo(List.of(answersUntil(first.atMs(), day), badUntil(first.atMs(), day)));
    }

    @Test
    void staysWithItsClassWhileTheScoreStaysWhereItWas() {
        // Given
        long day = aModerateDrop();

        // When
        days(day, 40, 165, 35);

        // Then
        assertThat(key.snapshot().status()).isEqualTo(WatchStatus.ALARM);
        assertThat(recorded.escalations()).isEmpty();
    }

    @Test
    void takesBackAnswersOfOpenDaysExactly() {
        // Given
        long day = aModerateDrop();
        days(day, 1, 150, 50);
        byte[] before = codec.encode(key);

        // When
        key.add(day, 9, WORST, 0, recorded);
        key.retract(day, 9, WORST, 0, recorded);

        // Then
        assertThat(codec.encode(key)).isEqualTo(before);
    }

    @Test
    void goesOnAfterARestartAsWithoutOne() {
        // Given
        long day = aModerateDrop();
        days(day, 2, 150, 50);
        MeasureWatch unbroken = key;
        MeasureWatch restarted = MeasureWatchCodec.decode(codec.encode(key), RULE);

        // When
        days(day + 2, 8, 50, 150);
        Recorded afterRestart = new Recorded();
        key = restarted;
        days(day + 2, 8, 50, 150, afterRestart);

        // Then
        assertThat(afterRestart.escalations()).isNotEmpty().isEqualTo(recorded.escalations());
        assertThat(codec.encode(restarted)).isEqualTo(codec.encode(unbroken));
    }

    /** Sixty usual days of .90, then days of .825 until the alarm; returns the day after it. */
    private long aModerateDrop() {
        days(FIRST, 60, 180, 20);
        long day = FIRST + 60;
        while (key.snapshot().status() == WatchStatus.NORMAL) {
            days(day++, 1, 165, 35);
        }
        return day;
    }

    private WatchEvent.Alarm alarm() {
        return (WatchEvent.Alarm) recorded.events().get(1);
    }

    /** Answers are numbered by their {@code atMs}: two hundred a day, three of four bad. */
    private static long answersUntil(long atMs, long firstDay) {
        return atMs - firstDay * 1000 + 1 - (atMs / 1000 - firstDay) * (1000 - 200);
    }

    private static long badUntil(long atMs, long firstDay) {
        return (atMs / 1000 - firstDay) * 150 + (atMs % 1000 + 1) * 3 / 4;
    }

    private void days(long first, int days, int good, int bad) {
        days(first, days, good, bad, recorded);
    }

    private void days(long first, int days, int good, int bad, Recorded listener) {
        for (long day = first; day < first + days; day++) {
            for (int i = 0; i < good + bad; i++) {
                key.add(day, 8 + i % 12, isBad(i, bad, good + bad) ? WORST : BEST, day * 1000 + i, listener);
            }
        }
    }

    /** Spreads the bad answers evenly. */
    private static boolean isBad(int i, int bad, int all) {
        return (i + 1) * bad / all > i * bad / all;
    }
}
