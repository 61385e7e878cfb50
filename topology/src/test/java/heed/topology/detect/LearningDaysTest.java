package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.topology.row.RowWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearningDaysTest {

    private static final long FIRST = 20_003;
    private static final int BEST = 0;
    private static final int WORST = 60;

    private final MeasureWatch watch = new MeasureWatch(new WatchRule(365));
    private final LearningDays days = new LearningDays();
    private final List<WatchEvent.LearnedFall> falls = new ArrayList<>();
    private final WatchListener listener = listener(watch, days, falls);

    @Test
    void saysAFallOfTenPointsInTheMiddleOfLearning() {
        // When
        for (int i = 0; i < 31; i++) {
            day(watch, listener, FIRST + i, 50, i < 14 ? 4 + i % 3 : 9 + i % 3);
        }

        // Then
        assertThat(falls).singleElement().satisfies(fall -> {
            assertThat(fall.day()).isEqualTo(FIRST + 14);
            assertThat(fall.n()).isEqualTo(700);
            assertThat(fall.usual()).isCloseTo(.9, within(.002));
            assertThat(fall.score()).isCloseTo(.8, within(.002));
            assertThat(fall.scoreLow()).isBetween(.7, .79);
            assertThat(fall.scoreHigh()).isBetween(.81, .9);
            assertThat(fall.drop()).isCloseTo(.1, within(.004));
            assertThat(fall.distance()).isBetween(4.0, 9.0);
            assertThat(fall.evidenceYears()).isCloseTo(50 * 28 / 365.0, within(1e-12));
        });
    }

    @Test
    void saysNothingOfARise() {
        // When
        for (int i = 0; i < 31; i++) {
            day(watch, listener, FIRST + i, 50, i < 14 ? 9 + i % 3 : 4 + i % 3);
        }

        // Then
        assertThat(watch.isLearning()).isFalse();
        assertThat(falls).isEmpty();
    }

    @Test
    void saysNothingOfDaysThatScatterAlike() {
        // When
        for (int i = 0; i < 31; i++) {
            day(watch, listener, FIRST + i, 50, 3 + i % 5);
        }

        // Then
        assertThat(watch.isLearning()).isFalse();
        assertThat(falls).isEmpty();
    }

    @Test
    void saysNothingOfAFallThatSevenAnswersStandAgainst() {
        // When
        for (int i = 0; i < 31; i++) {
            day(watch, listener, FIRST + i, i < 7 ? 1 : 10, i < 7 ? 0 : 5);
        }

        // Then
        assertThat(watch.isLearning()).isFalse();
        assertThat(falls).isEmpty();
    }

    @Test
    void saysNothingOfAFallThatSevenAnswersStandFor() {
        // When
        for (int i = 0; i < 31; i++) {
            day(watch, listener, FIRST + i, i < 21 ? 10 : 1, 1);
        }

        // Then
        assertThat(watch.isLearning()).isFalse();
        assertThat(falls).isEmpty();
    }

    @Test
    void saysOneKeyOfFiftyAtMostWhereDaysMoveTogetherAndNothingHasChanged() {
        // Given
        Random random = new Random(7);
        int said = 0;

        // When
        for (int key = 0; key < 500; key++) {
            said += learn(random, 0) ? 1 : 0;
        }

        // Then
        assertThat(said).isLessThanOrEqualTo(16);
    }

    @Test
    void findsAFallOfTenPointsInFourLivesOfFiveWhereDaysMoveTogether() {
        // Given
        Random random = new Random(7);
        int said = 0;

        // When
        for (int key = 0; key < 200; key++) {
            said += learn(random, .1) ? 1 : 0;
        }

        // Then
        assertThat(said).isGreaterThanOrEqualTo(160);
    }

    @Test
    void testsTheSameDaysAfterARestart() {
        // Given
        for (int i = 0; i < 25; i++) {
            day(watch, listener, FIRST + i, 50, i < 14 ? 5 : 10);
        }
        MeasureWatch restored = MeasureWatchCodec.decode(new MeasureWatchCodec().encode(watch), new WatchRule(365));
        LearningDays restoredDays = new LearningDays();
        restoredDays.read(bytes(days));
        List<WatchEvent.LearnedFall> restoredFalls = new ArrayList<>();
        WatchListener restoredListener = listener(restored, restoredDays, restoredFalls);

        // When
        for (int i = 25; i < 31; i++) {
            day(watch, listener, FIRST + i, 50, 10);
            day(restored, restoredListener, FIRST + i, 50, 10);
        }

        // Then
        assertThat(restoredFalls).hasSize(1).isEqualTo(falls);
        assertThat(bytes(days)).isEmpty();
    }

    /** Lets a key learn from 50 answers a day whose days correlate at about .02; tells whether a fall was said. */
    private static boolean learn(Random random, double fall) {
        MeasureWatch watch = new MeasureWatch(new WatchRule(365));
        List<WatchEvent.LearnedFall> falls = new ArrayList<>();
        WatchListener listener = listener(watch, new LearningDays(), falls);
        for (int i = 0; i < 31; i++) {
            double loss = .1 + (i < 14 ? 0 : fall);
            double today = loss + random.nextGaussian() * Math.sqrt(.02 * loss * (1 - loss));
            int bad = 0;
            for (int answer = 0; answer < 50; answer++) {
                bad += random.nextDouble() < today ? 1 : 0;
            }
            day(watch, listener, FIRST + i, 50, bad);
        }
        return !falls.isEmpty();
    }

    private static void day(MeasureWatch watch, WatchListener listener, long day, int n, int bad) {
        for (int i = 0; i < n; i++) {
            watch.add(day, i % 24, i < bad ? WORST : BEST, day * DropEstimate.DAY_MS, listener);
        }
    }

    private static WatchListener listener(MeasureWatch watch, LearningDays days, List<WatchEvent.LearnedFall> falls) {
        return new WatchListener() {
            @Override
            public void sealed(WatchEvent.Sealed day) {
                days.seal(watch, day);
            }

            @Override
            public void learned(WatchEvent.Learned learned) {
                Optional<WatchEvent.LearnedFall> fall = days.fall(watch, learned.atMs());
                days.clear();
                fall.ifPresent(falls::add);
            }

            @Override
            public void alarm(WatchEvent.Alarm alarm) {}

            @Override
            public void escalated(WatchEvent.Escalated escalated) {}

            @Override
            public void recovered(WatchEvent.Recovered recovered) {}
        };
    }

    private static byte[] bytes(LearningDays days) {
        RowWriter row = new RowWriter();
        days.write(row);
        return row.toBytes();
    }
}
