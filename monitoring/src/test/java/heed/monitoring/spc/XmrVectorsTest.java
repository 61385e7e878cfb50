package heed.monitoring.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.monitoring.spc.XmrSignal.Rule;
import heed.monitoring.spc.XmrSignal.Way;
import heed.schemas.questionnaire.Better;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Holds the charts to the example and the edge cases that NHSRplotthedots collected; the file names the issue of each.
 */
class XmrVectorsTest {

    private static final JsonNode VECTORS = vectors();
    private static final double[] SERIES = StreamSupport.stream(
                    VECTORS.get("series").spliterator(), false)
            .mapToDouble(JsonNode::doubleValue)
            .toArray();
    private static final XmrLimits TEN = new XmrLimits(0, 9);

    private static JsonNode vectors() {
        try (InputStream file = XmrVectorsTest.class.getResourceAsStream("nhsrplotthedots.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void hold(JsonNode expected, XmrLimits limits) {
        assertThat(List.of(limits.mean(), limits.lower(), limits.upper()))
                .usingComparatorForType(
                        (a, b) -> Math.abs(a - b) <= 0.005 + 1e-9 ? 0 : Double.compare(a, b), Double.class)
                .containsExactly(
                        expected.get("mean").doubleValue(),
                        expected.get("lpl").doubleValue(),
                        expected.get("upl").doubleValue());
    }

    private static List<Integer> flagged(XmrLimits limits, Rule rule, double... points) {
        List<Set<XmrSignal>> signals = XmrSignals.of(limits, points);
        return IntStream.range(0, points.length)
                .filter(at -> signals.get(at).stream().anyMatch(each -> each.rule() == rule))
                .boxed()
                .toList();
    }

    @Test
    void drawsLimitsOfAllMovingRangesAsTheToolsOfMakingDataCount() {
        // When // Then
        hold(
                VECTORS.get("screen_outliers_false_MDC_excel"),
                XmrLimits.of(SERIES).orElseThrow());
    }

    @Test
    void drawsLimitsWithoutOutlyingMovingRangesAsTheRPackage() {
        // When // Then
        hold(VECTORS.get("screen_outliers_true"), XmrLimits.screened(SERIES).orElseThrow());
    }

    @Test
    void flagsThePointBeyondTheLimitWhicheverWayLimitsAreDrawn() {
        // When
        List<XmrLimits> both = List.of(
                XmrLimits.of(SERIES).orElseThrow(), XmrLimits.screened(SERIES).orElseThrow());

        // Then
        assertThat(both).allSatisfy(limits -> assertThat(flagged(limits, Rule.OUTSIDE, SERIES))
                .containsExactly(4));
    }

    @Test
    void takesAPointOnTheLimitForOneInside() {
        // When // Then
        assertThat(flagged(TEN, Rule.OUTSIDE, 9, 9.01, -9, -9.01)).containsExactly(1, 3);
    }

    @Test
    void flagsSevenInARowOnOneSideOfTheMeanAndNotSix() {
        // When // Then
        assertThat(flagged(TEN, Rule.SHIFT, -1, 1, 2, 1, 2, 1, 2, -1)).isEmpty();
        assertThat(flagged(TEN, Rule.SHIFT, -1, 1, 2, 1, 2, 1, 2, 1, -1)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(flagged(TEN, Rule.SHIFT, 1, 2, 1, 0, 2, 1, 2, 1)).isEmpty();
    }

    @Test
    void flagsSevenPointsThatRiseAndNotSix() {
        // When // Then
        assertThat(flagged(TEN, Rule.TREND, 2, 1, 2, 3, 4, 5, 6, 5)).isEmpty();
        assertThat(flagged(TEN, Rule.TREND, 2, 1, 2, 3, 4, 5, 6, 7, 5)).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void issue143TwoPointsNearOppositeLimitsAreNoSignal() {
        // When // Then
        assertThat(flagged(TEN, Rule.TWO_OF_THREE, 7, -7, 1)).isEmpty();
        assertThat(flagged(TEN, Rule.TWO_OF_THREE, 7, -1, 7)).isEmpty();
        assertThat(flagged(TEN, Rule.TWO_OF_THREE, 7, 1, 7)).containsExactly(0, 2);
        assertThat(flagged(TEN, Rule.TWO_OF_THREE, 6, 1, 6)).isEmpty();
    }

    @Test
    void issue167AFallingTrendIsFlaggedFromItsFirstPointToItsLast() {
        // Given
        double[] falling = {0, -1, -2, -3, -4, -5, -6, -7};

        // When
        List<Integer> flagged = flagged(XmrLimits.of(falling).orElseThrow(), Rule.TREND, falling);

        // Then
        assertThat(flagged).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void issue171ATrendPointsItsOwnWayWhicheverSideOfTheMeanItIsOn() {
        // When
        List<Set<XmrSignal>> signals = XmrSignals.of(TEN, 8, 7, 5, 4, 3, 2, 1);

        // Then
        assertThat(signals.get(6))
                .containsExactlyInAnyOrder(new XmrSignal(Rule.TREND, Way.DOWN), new XmrSignal(Rule.SHIFT, Way.UP));
        assertThat(Variation.of(Set.of(new XmrSignal(Rule.TREND, Way.DOWN)), Better.HIGHER))
                .isEqualTo(Variation.CONCERNING_LOW);
        assertThat(Variation.of(Set.of(new XmrSignal(Rule.TREND, Way.DOWN)), Better.LOWER))
                .isEqualTo(Variation.IMPROVING_LOW);
    }

    @Test
    void aPointThatIsBothBetterAndWorseIsAnImprovementAsInTheToolsOfMakingDataCount() {
        // Given
        Set<XmrSignal> both = Set.of(new XmrSignal(Rule.OUTSIDE, Way.DOWN), new XmrSignal(Rule.TREND, Way.UP));

        // When // Then
        assertThat(Variation.of(both, Better.HIGHER)).isEqualTo(Variation.IMPROVING_HIGH);
        assertThat(Variation.of(both, Better.LOWER)).isEqualTo(Variation.IMPROVING_LOW);
    }

    @Test
    void issues153And194PointsBeyondTheLimitCountTowardsTwoOfThree() {
        // When // Then
        assertThat(flagged(TEN, Rule.TWO_OF_THREE, 7, 1, 10)).containsExactly(0, 2);
    }

    @Test
    void issue156AMissingValueMakesNoSignal() {
        // Given
        double gap = Double.NaN;

        // When
        List<Set<XmrSignal>> signals = XmrSignals.of(
                TEN, 1, 2, 1, gap, 2, 1, 2, 1, gap, 7, gap, 7, gap, 1, 2, 3, gap, 4, 5, 6, 7, gap, -3, -2, -1, 0, 1, 2);

        // Then
        assertThat(signals).allSatisfy(each -> assertThat(each).isEmpty());
    }

    @Test
    void aMissingValueHasNoPartInMeanAndLimits() {
        // When
        XmrLimits limits = XmrLimits.of(1, 3, Double.NaN, 9, 11).orElseThrow();

        // Then
        assertThat(limits.mean()).isEqualTo(6);
        assertThat(limits.reach()).isCloseTo(2.66 * 2, within(1e-12));
        assertThat(XmrLimits.of(1, Double.NaN, 2)).isEmpty();
    }

    @Test
    void issue172AssuranceIsJudgedByTheLimitsThatHoldNow() {
        // Given
        double[] values = IntStream.range(0, 26)
                .mapToDouble(at -> (at < 13 ? 0.6 : 0.9) + at % 2 * 0.02)
                .toArray();

        // When
        XmrChart whole = XmrChart.of(values, Set.of(), Better.HIGHER, XmrChart.Limits.ALL_RANGES);
        XmrChart rebased = XmrChart.of(values, Set.of(13), Better.HIGHER, XmrChart.Limits.ALL_RANGES);

        // Then
        assertThat(whole.assurance(0.8)).contains(Assurance.HIT_OR_MISS);
        assertThat(rebased.assurance(0.8)).contains(Assurance.PASSES);
    }

    @Test
    void pullRequest24ARepeatedValueNeitherAddsToATrendNorEndsIt() {
        // When // Then
        assertThat(flagged(TEN, Rule.TREND, 1, 2, 2, 3, 4, 5, 6, 7)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(flagged(TEN, Rule.TREND, 1, 2, 2, 3, 4, 5, 6)).isEmpty();
        assertThat(flagged(TEN, Rule.TREND, 7, 6, 5, 4, 3, 2, 1, 1)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }
}
