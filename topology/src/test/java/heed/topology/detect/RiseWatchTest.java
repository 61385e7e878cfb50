package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RiseWatchTest {

    private static final long MONDAY = 20_003;
    private static final long DAY_MS = 86_400_000;

    private final Recorded recorded = new Recorded();
    private MeasureWatch key = new MeasureWatch(new WatchRule(365));

    @Test
    void findsALastingRiseWhenTheDaysThatProveItAreSealed() {
        // Given
        days(MONDAY, 60, 16, 4);

        // When
        long last = riseUntilFound(MONDAY + 60, 20, 0);

        // Then
        assertThat(recorded.rises()).singleElement().satisfies(rise -> {
            assertThat(rise.atMs()).isEqualTo(last * DAY_MS);
            assertThat(rise.evidence()).isGreaterThanOrEqualTo(1);
            assertThat(rise.evidenceYears()).isEqualTo(rise.evidence());
            assertThat(rise.baseline()).isCloseTo(.8, within(.005));
            assertThat(rise.score()).isCloseTo(1, within(.02));
            assertThat(rise.rise()).isCloseTo(rise.score() - rise.baseline(), within(1e-12));
            assertThat(rise.score()).isBetween(rise.scoreLow(), rise.scoreHigh());
            assertThat(rise.sinceLocalMs() / (double) DAY_MS).isBetween(MONDAY + 59.5, MONDAY + 61.5);
            assertThat(rise.nSince()).isBetween(20.0, 20.0 * (last - MONDAY - 60));
        });
        assertThat(last).isBetween(MONDAY + 63, MONDAY + 70);
    }

    @Test
    void showsHowTheEvidenceGrewUntilTheLastDayThatIsSealed() {
        // Given
        days(MONDAY, 90, 16, 4);

        // When
        long last = riseUntilFound(MONDAY + 90, 20, 0);

        // Then
        var trail = recorded.rises().get(0).trail();
        assertThat(trail).hasSize(RiseWatch.TRAIL_DAYS);
        assertThat(trail).extracting(TrailDay::day).isSorted().endsWith(last - 4, last - 3);
        assertThat(trail.get(0).score()).isCloseTo(.8, within(1e-12));
        assertThat(trail.get(0).usual()).isCloseTo(.8, within(.001));
        assertThat(trail.get(27).score()).isEqualTo(1);
        assertThat(trail.get(27).evidence()).isGreaterThanOrEqualTo(1);
        assertThat(trail.get(26).evidence()).isLessThan(1);
    }

    @Test
    void saysThatARiseIsOverOnceAndFindsTheNextAgainstTheSameUsualScore() {
        // Given
        days(MONDAY, 60, 16, 4);
        long last = riseUntilFound(MONDAY + 60, 20, 0);
        days(last + 1, 40, 20, 0);

        // When
        days(last + 41, 30, 16, 4);
        int ended = recorded.ended().size();
        riseUntilFound(last + 71, 20, 0);

        // Then
        assertThat(ended).isEqualTo(1);
        assertThat(recorded.rises()).hasSize(2);
        assertThat(recorded.rises().get(1).baseline())
                .isCloseTo(recorded.rises().get(0).baseline(), within(.005));
    }

    @Test
    void seesNoRiseWhereAScoreComesBackFromADrop() {
        // Given
        days(MONDAY, 60, 18, 2);
        days(MONDAY + 60, 30, 12, 8);

        // When
        days(MONDAY + 90, 60, 18, 2);

        // Then
        assertThat(recorded.events()).hasAtLeastOneElementOfType(WatchEvent.Recovered.class);
        assertThat(recorded.rises()).isEmpty();
    }

    @Test
    void throwsAwayAtADropTheDaysThatWaitedToBeLearned() {
        // Given
        // A fall too slow to be seen for weeks
        days(MONDAY, 60, 18, 2);
        long day = MONDAY + 60;
        while (key.snapshot().status() == WatchStatus.NORMAL) {
            days(day++, 1, 17, 3);
        }

        days(day, 40, 18, 2);
        double learned = key.snapshot().baseline();

        // When
        riseUntilFound(day + 40, 20, 0);

        // Then
        assertThat(recorded.rises().get(0).baseline()).isCloseTo(learned, within(.002));
    }

    @Test
    void looksForNoRiseWhereThereIsNoRoomForOne() {
        // Given
        days(MONDAY, 60, 96, 4);

        // When
        days(MONDAY + 60, 200, 100, 0);

        // Then
        assertThat(recorded.rises()).isEmpty();
    }

    @Test
    void findsARiseWhereThereIsJustRoom() {
        // Given
        days(MONDAY, 60, 94, 6);

        // When
        riseUntilFound(MONDAY + 60, 100, 0);

        // Then
        assertThat(recorded.rises()).hasSize(1);
    }

    /** Days until a rise is found, by the first answer of the day that is returned. */
    private long riseUntilFound(long first, int good, int bad) {
        int before = recorded.rises().size();
        long day = first;
        while (recorded.rises().size() == before && day < first + 400) {
            days(day++, 1, good, bad);
        }
        return day - 1;
    }

    /** Answers of noon; {@code atMs} is the day's beginning. */
    private void days(long first, int days, int good, int bad) {
        for (long day = first; day < first + days; day++) {
            for (int i = 0; i < good + bad; i++) {
                key.add(day, 12, i < good ? 0 : 60, day * DAY_MS, recorded);
            }
        }
    }
}
