package heed.monitoring.draw;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.draw.Sparklines.Tone;
import heed.monitoring.html.Parsed;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SparklinesTest {

    @Test
    void beginsAtTheTenthBelowTheLowestOfAllRows() {
        // When // Then
        assertThat(Sparklines.over(DoubleStream.of(.91, .67)).low()).isEqualTo(.6);
        assertThat(Sparklines.over(DoubleStream.of(.95)).low()).isEqualTo(.8);
        assertThat(Sparklines.over(DoubleStream.empty()).low()).isEqualTo(.5);
    }

    @Test
    void drawsAScoreOnItsRange() {
        // When
        Parsed mark = Parsed.of(new Sparklines(.5).range(new Spread(.5, .75, 1), Tone.FALLING));

        // Then
        assertThat(mark.one("line.span").attribute("x1")).isEqualTo("5.0");
        assertThat(mark.one("line.span").attribute("x2")).isEqualTo("125.0");
        assertThat(mark.one("circle").attribute("cx")).isEqualTo("65.0");
        assertThat(mark.count("svg.falling")).isEqualTo(1);
    }

    @Test
    void leavesAGapAtADayWithoutAScoreAndKeepsALowOneAtTheEdge() {
        // When
        Parsed trend = Parsed.of(new Sparklines(.5)
                .trend(
                        List.of(
                                OptionalDouble.of(1),
                                OptionalDouble.of(.2),
                                OptionalDouble.empty(),
                                OptionalDouble.of(1)),
                        Tone.STEADY,
                        "4 days"));

        // Then
        assertThat(trend.attributes("polyline", "points")).containsExactly("5.0,5.0 45.0,29.0", "125.0,5.0");
        assertThat(trend.one("svg").attribute("aria-label")).isEqualTo("4 days");
    }
}
