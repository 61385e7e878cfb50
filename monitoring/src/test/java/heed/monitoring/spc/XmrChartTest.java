package heed.monitoring.spc;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.questionnaire.Better;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class XmrChartTest {

    private static final double GAP = Double.NaN;

    private static XmrChart chart(double... values) {
        return XmrChart.of(values, Set.of(), Better.HIGHER, XmrChart.Limits.ALL_RANGES);
    }

    private static double[] calmWith(double... last) {
        double[] calm = IntStream.range(0, 20).mapToDouble(at -> at % 2).toArray();
        return IntStream.range(0, calm.length + last.length)
                .mapToDouble(at -> at < calm.length ? calm[at] : last[at - calm.length])
                .toArray();
    }

    @Test
    void hasLimitsFromThirteenPointsOn() {
        // When
        XmrChart twelve = chart(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, GAP, 90);
        XmrChart thirteen = chart(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, GAP, 90, 91);

        // Then
        assertThat(twelve.limits()).isEmpty();
        assertThat(twelve.variation()).isEmpty();
        assertThat(twelve.assurance(1)).isEmpty();
        assertThat(twelve.points())
                .allSatisfy(point -> assertThat(point.signals()).isEmpty());
        assertThat(thirteen.limits()).isPresent();
        assertThat(thirteen.variation()).isPresent();
    }

    @Test
    void hasNothingToSayOfNoPoints() {
        // When
        XmrChart none = chart();

        // Then
        assertThat(none.points()).isEmpty();
        assertThat(none.limits()).isEmpty();
        assertThat(none.variation()).isEmpty();
    }

    @Test
    void seesNoSignalWhereAllPointsAreEqual() {
        // Given
        // The mean of fourteen of these is 0.23500000000000004.
        double[] equal = new double[14];
        Arrays.fill(equal, 0.235);

        // When
        XmrChart chart = chart(equal);

        // Then
        assertThat(chart.variation()).contains(Variation.COMMON_CAUSE);
        assertThat(chart.points())
                .allSatisfy(point -> assertThat(point.signals()).isEmpty());
        assertThat(chart.assurance(0.2)).contains(Assurance.PASSES);
        assertThat(chart.assurance(0.3)).contains(Assurance.FAILS);
    }

    @Test
    void saysWhatTheNewestKnownPointShows() {
        // When // Then
        assertThat(chart(calmWith()).variation()).contains(Variation.COMMON_CAUSE);
        assertThat(chart(calmWith(9)).variation()).contains(Variation.IMPROVING_HIGH);
        assertThat(chart(calmWith(-9, GAP)).variation()).contains(Variation.CONCERNING_LOW);
        assertThat(chart(calmWith(9, 0)).variation()).contains(Variation.COMMON_CAUSE);
    }

    @Test
    void turnsRoundWhereLowIsGood() {
        // Given
        double[] low = calmWith(-9);

        // When
        XmrChart chart = XmrChart.of(low, Set.of(), Better.LOWER, XmrChart.Limits.ALL_RANGES);

        // Then
        assertThat(chart.variation()).contains(Variation.IMPROVING_LOW);
        assertThat(chart.assurance(-20)).contains(Assurance.FAILS);
        assertThat(chart.assurance(20)).contains(Assurance.PASSES);
        assertThat(chart.assurance(0)).contains(Assurance.HIT_OR_MISS);
    }

    @Test
    void takesATargetOnTheLimitForPassed() {
        // Given
        XmrLimits limits = new XmrLimits(0.5, 0.25);

        // When // Then
        assertThat(Assurance.of(limits, 0.25, Better.HIGHER)).isEqualTo(Assurance.PASSES);
        assertThat(Assurance.of(limits, 0.26, Better.HIGHER)).isEqualTo(Assurance.HIT_OR_MISS);
        assertThat(Assurance.of(limits, 0.75, Better.HIGHER)).isEqualTo(Assurance.HIT_OR_MISS);
        assertThat(Assurance.of(limits, 0.76, Better.HIGHER)).isEqualTo(Assurance.FAILS);
    }

    @Test
    void startsAnewWhereLimitsAreDrawnAnew() {
        // Given
        double[] values = IntStream.range(0, 20)
                .mapToDouble(at -> (at < 13 ? 0 : 10) + at % 2)
                .toArray();

        // When
        XmrChart chart = XmrChart.of(values, Set.of(13), Better.HIGHER, XmrChart.Limits.ALL_RANGES);

        // Then
        assertThat(chart.points().get(12).limits()).isPresent();
        assertThat(chart.points().get(13).limits()).isEmpty();
        assertThat(chart.variation()).isEmpty();
        assertThat(chart.points()).hasSize(20).allSatisfy(point -> assertThat(point.signals())
                .isEmpty());
    }
}
