package heed.topology.detect.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.topology.detect.AnswerNoise;
import heed.topology.detect.Loss;
import heed.topology.detect.mix.MixFinding.Verdict;
import heed.topology.respondent.Trait;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Figures were worked out apart, by the formulas of docs/watch.md. Answers are good or bad; a key has a category that
 * rates high and one that rates low.
 */
class MixComparisonTest {

    private static final AnswerNoise INDEPENDENT = new AnswerNoise(1, 0);

    @Test
    void holdsTheMakeUpAtWhatItWasBefore() {
        // Given
        // Twice as many rate low, who are as content as before
        var comparison = compare(bad(800, 40, 300, 15), bad(200, 50, 700, 175));

        // When
        MixFinding check = comparison.finding(Trait.CHANNEL);

        // Then
        assertThat(check.fall()).isCloseTo(.1, within(1e-12));
        assertThat(check.held()).isCloseTo(0, within(1e-12));
        assertThat(check.covered()).isEqualTo(1);
        assertThat(check.before()).isEqualTo(1000);
        assertThat(check.since()).isEqualTo(1000);
        assertThat(check.trait()).isEqualTo(Trait.CHANNEL);
        assertThat(check.verdict()).isEqualTo(Verdict.EXPLAINED);
    }

    @Test
    void knowsTheErrorOfWhatIsLeft() {
        // When
        var comparison = compare(bad(800, 40, 300, 15), bad(200, 50, 700, 175));

        // Then
        assertThat(comparison.error(0)).isCloseTo(.016763495448889557, within(1e-12));
        assertThat(comparison.error(.25)).isCloseTo(.014192542680415837, within(1e-12));
        assertThat(comparison.error(.5)).isCloseTo(.012375602357235158, within(1e-12));
        assertThat(comparison.error(1)).isCloseTo(.012269938848170684, within(1e-12));
    }

    @Test
    void countsAnswersOfADayAsFewerAndAnswersOnAFinerScaleAsMore() {
        // When
        // Half the variance; 50 answers a day that correlate at .01 are worth 50 / 1.49
        var comparison = new MixComparison(
                List.of(bad(800, 40, 300, 15), bad(200, 50, 700, 175)), 20, 20, new AnswerNoise(.5, .01));

        // Then
        assertThat(comparison.error(0)).isCloseTo(.014469139948538094, within(1e-12));
        assertThat(comparison.error(.5)).isCloseTo(.01068180100028929, within(1e-12));
    }

    @Test
    void saysThatARealFallRemains() {
        // When
        var comparison = compare(bad(800, 40, 80, 12), bad(200, 50, 20, 7));

        // Then
        assertThat(comparison.fall()).isCloseTo(.1, within(1e-12));
        assertThat(comparison.held()).isCloseTo(.1, within(1e-12));
        assertThat(comparison.error(.25)).isCloseTo(.029804929675234123, within(1e-12));
        assertThat(comparison.verdict()).isEqualTo(Verdict.REMAINS);
    }

    @Test
    void saysThatHalfOfAFallRemains() {
        // When
        // As many as in the first example, and each kind is less content by .1
        var comparison = compare(bad(800, 40, 300, 45), bad(200, 50, 700, 245));

        // Then
        assertThat(comparison.fall()).isCloseTo(.2, within(1e-12));
        assertThat(comparison.held()).isCloseTo(.1, within(1e-12));
        assertThat(comparison.verdict()).isEqualTo(Verdict.PARTLY);
    }

    @Test
    void excusesNoFallByAFewAnswersThatHappenToBeGood() {
        // When
        var fewOfOneKind = compare(bad(800, 40, 10, 0), bad(200, 50, 40, 10));
        var few = compare(bad(800, 40, 30, 1), bad(200, 50, 70, 18));

        // Then
        // Less than half is left for sure, but .05 may be
        assertThat(fewOfOneKind.held()).isCloseTo(-.04, within(1e-12));
        assertThat(fewOfOneKind.error(0)).isCloseTo(.07794400632197628, within(1e-12));
        assertThat(fewOfOneKind.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(few.held() - .5 * few.fall() + 1.645 * few.error(.5)).isNegative();
        assertThat(few.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void saysNothingForSureOfFewAnswersEitherWay() {
        // When
        var comparison = compare(bad(80, 4, 12, 2), bad(20, 5, 5, 2));

        // Then
        assertThat(comparison.held()).isGreaterThan(.75 * comparison.fall());
        assertThat(comparison.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void countsANewCategoryInTheFallButNotInWhatIsLeft() {
        // When
        // Half of the answers come by a way that nobody used before
        var comparison = compare(bad(800, 40, 400, 20), bad(200, 50, 100, 25), bad(0, 0, 500, 200));

        // Then
        assertThat(comparison.fall()).isCloseTo(.155, within(1e-12));
        assertThat(comparison.held()).isCloseTo(0, within(1e-12));
        assertThat(comparison.verdict()).isEqualTo(Verdict.EXPLAINED);
    }

    @Test
    void isSilentWhereMostOfThoseBeforeDoNotAnswerAnyMore() {
        // When
        MixFinding check = compare(bad(600, 30, 4, 0), bad(400, 100, 400, 100)).finding(Trait.LANGUAGE);

        // Then
        assertThat(check.covered()).isCloseTo(.4, within(1e-12));
        assertThat(check.before()).isEqualTo(400);
        assertThat(check.since()).isEqualTo(400);
        assertThat(check.isCompared()).isFalse();
        assertThat(check.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void comparesCategoriesFromTwentyAnswersBeforeAndFiveSinceOn() {
        // When // Then
        assertThat(bad(20, 1, 5, 1).isCompared()).isTrue();
        assertThat(bad(19, 1, 5, 1).isCompared()).isFalse();
        assertThat(bad(20, 1, 4, 1).isCompared()).isFalse();
    }

    @Test
    void findsNoFallToExplainWhereTheScoreRose() {
        // When // Then
        assertThat(compare(bad(800, 40, 300, 6), bad(200, 50, 100, 10)).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    private static MixComparison compare(Stratum... strata) {
        return new MixComparison(List.of(strata), 20, 20, INDEPENDENT);
    }

    private static Stratum bad(long before, long badBefore, long since, long badSince) {
        return new Stratum(before, badBefore * Loss.WORST, since, badSince * Loss.WORST);
    }
}
