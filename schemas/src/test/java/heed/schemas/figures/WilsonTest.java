package heed.schemas.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    @ParameterizedTest
    @CsvSource({
        "0.0,  10,     0.0,                 0.2775327998628892",
        "0.1,  50,     0.04347576493189042, 0.21360231437479657",
        "0.5,  7.5,    0.2090062674390902,  0.7909937325609098",
        "0.87, 1234.5, 0.8500861664226705,  0.887618279708027",
        "1.0,  3,      0.4385029682449545,  1.0"
    })
    void agreesWithFiguresComputedElsewhere(double p, double n, double low, double high) {
        // When
        Interval interval = Wilson.interval(p, n, 1.959963984540054);
        // Then
        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }

    @Property
    void holdsTheScoreAndMirrors(
            @ForAll @DoubleRange(min = 0, max = 1) double p, @ForAll @DoubleRange(min = 0.1, max = 1e9) double n) {
        // When
        Interval interval = Wilson.interval(p, n, 1.96);
        Interval mirrored = Wilson.interval(1 - p, n, 1.96);
        // Then
        assertThat(p).isBetween(interval.low(), interval.high());
        assertThat(mirrored.low()).isCloseTo(1 - interval.high(), within(1e-9));
    }

    @Test
    void refusesWhatIsNoProportion() {
        // When // Then
        assertThatThrownBy(() -> Wilson.interval(1.1, 5, 1.96))
                .hasMessage("needs 0 <= p <= 1, n > 0, z >= 0: p=1.1 n=5.0 z=1.96");
        assertThatThrownBy(() -> Wilson.interval(Double.NaN, 5, 1.96)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wilson.interval(0.5, 0, 1.96)).isInstanceOf(IllegalArgumentException.class);
    }
}
