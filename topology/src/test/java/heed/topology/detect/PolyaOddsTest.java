package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolyaOddsTest {

    private static final int NOON = 12;

    private final PolyaOdds odds = PolyaOdds.freeze(LearnedBaseline.ofForty(), 0, null);

    @Test
    void takesTheFirstBadAnswerOfADayAsTheTiltDoesAndEachFurtherOneForLess() {
        // When
        double first = ofBadAnswers(1);
        double second = ofBadAnswers(2) / first;
        double third = ofBadAnswers(3) / ofBadAnswers(2);

        // Then
        TiltOdds tilt = TiltOdds.freeze(LearnedBaseline.ofForty(), 0);
        assertThat(first).isCloseTo(tilt.of(1, 1, 1, 1), within(1e-9));
        assertThat(second).isLessThan(first).isGreaterThan(1);
        assertThat(third).isLessThan(second).isGreaterThan(1);
    }

    @Test
    void takesAnswersFromAnHourOnGivenThoseBeforeIt() {
        // Given
        HourTally hours = new HourTally();
        hours.suit(odds);
        hours.add(NOON, Loss.WORST);
        hours.add(NOON + 1, Loss.WORST);

        // When
        double[][] fromHour = new double[DropOdds.FALLS][WatchRule.BLOCKS];
        odds.weigh(hours, fromHour, new int[Loss.LEVELS]);

        // Then
        assertThat(fromHour[1][0]).isEqualTo(fromHour[1][NOON]).isCloseTo(ofBadAnswers(2), within(1e-12));
        assertThat(fromHour[1][NOON + 1]).isCloseTo(ofBadAnswers(2) / ofBadAnswers(1), within(1e-12));
        assertThat(fromHour[1][NOON + 2]).isEqualTo(1);
    }

    @Test
    void weighsADayAgainAsItDidTheFirstTime() {
        // Given
        HourTally hours = new HourTally();
        hours.suit(odds);
        hours.add(NOON, 0);
        hours.add(NOON, Loss.WORST);
        hours.add(NOON + 1, Loss.WORST);
        hours.add(NOON + 2, Loss.WORST / 2);
        double[][] first = new double[DropOdds.FALLS][WatchRule.BLOCKS];
        int[] zeros = new int[Loss.LEVELS];
        odds.weigh(hours, first, zeros);

        // When
        double[][] again = new double[DropOdds.FALLS][WatchRule.BLOCKS];
        odds.weigh(hours, again, zeros);

        // Then
        assertThat(again).isDeepEqualTo(first);
        assertThat(zeros).containsOnly(0);
    }

    @Test
    void leavesACopyAsItWasWhenItsRoomIsTakenForAnotherDay() {
        // Given
        DropOdds copy = odds.copy();
        double before = copy.largestRise(0, Loss.WORST);
        OpenDay bad = new OpenDay(new WeighingRoom());
        bad.open(40);
        IntStream.range(0, 10).forEach(each -> bad.add(NOON, Loss.WORST));
        Residual residual = new Residual();
        Baseline worse = LearnedBaseline.ofForty();
        residual.take(bad, worse);
        worse.add(bad, residual);

        // When
        PolyaOdds next = PolyaOdds.freeze(worse, 0, odds);

        // Then
        assertThat(next).isSameAs(odds);
        assertThat(next.largestRise(0, Loss.WORST)).isNotEqualTo(before);
        assertThat(copy.largestRise(0, Loss.WORST)).isEqualTo(before);
    }

    @Test
    void staysAFiniteNumberHoweverManyLikeAnswersADayHas() {
        // When
        double many = ofBadAnswers(1_000);

        // Then
        assertThat(many).isGreaterThan(1).isLessThan(StrictMath.exp(600));
    }

    /** Returns the odds of so many answers of the worst kind, if the score has fallen by .10. */
    private double ofBadAnswers(int count) {
        HourTally hours = new HourTally();
        hours.suit(odds);
        for (int i = 0; i < count; i++) {
            hours.add(NOON, Loss.WORST);
        }
        double[][] fromHour = new double[DropOdds.FALLS][WatchRule.BLOCKS];
        odds.weigh(hours, fromHour, new int[Loss.LEVELS]);
        return fromHour[1][0];
    }
}
