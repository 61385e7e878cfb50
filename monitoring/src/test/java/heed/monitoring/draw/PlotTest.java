package heed.monitoring.draw;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.draw.Plot.Frame;
import heed.monitoring.draw.Plot.Span;
import heed.monitoring.draw.Svg.Point;
import heed.monitoring.html.Html;
import heed.monitoring.html.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {

    /** From 10 to 110 for 0 to 10, with 5 to spare at each side; from 200 up to 100 for 0 to 1. */
    private final Plot plot = new Plot(new Frame(5, 115, 100, 200, 5), Scale.even(0, 10), Scale.even(0, 1));

    private Parsed drawn() {
        return Parsed.of(Svg.filling("test", 120, 220).image("a test", plot.parts()));
    }

    @Test
    void placesFromLeftToRightAndFromBelowToAbove() {
        // When
        plot.line("score", List.of(new Point(0, 0), new Point(10, 1)));

        // Then
        assertThat(drawn().one("polyline.score").attribute("points")).isEqualTo("10.0,200.0 110.0,100.0");
    }

    @Test
    void goesAlongTheUpperEndsOfABandAndBackAlongTheLowerOnes() {
        // When
        plot.band("band", List.of(new Span(0, .2, .4), new Span(10, .3, .5)));

        // Then
        assertThat(drawn().one("polygon.band").attribute("points"))
                .isEqualTo("10.0,160.0 110.0,150.0 110.0,170.0 10.0,180.0");
    }

    @Test
    void drawsLinesOfAGridFromEdgeToEdgeWithTheirWordsAtTheLeft() {
        // When
        plot.grid(new Ticks(0, 1, .5));

        // Then
        Parsed svg = drawn();
        assertThat(svg.texts("text[text-anchor=end]")).containsExactly("100%", "50%", "0%");
        assertThat(svg.attributes("line.grid", "x1")).containsOnly("5.0");
        assertThat(svg.attributes("line.grid", "x2")).containsOnly("115.0");
        assertThat(svg.attributes("line.grid", "y1")).containsExactly("100.0", "150.0", "200.0");
    }

    @Test
    void writesWhatBothEndsHaveInCommonOnce() {
        // When
        plot.ends("1 Mar", "1 Mar");

        // Then
        assertThat(drawn().texts("text")).containsExactly("1 Mar");
    }

    @Test
    void tellsAPictureInWordsAndKeepsADecorationFromScreenReaders() {
        // Given
        Svg svg = Svg.fixed("test", 120, 220);

        // When
        Parsed image = Parsed.of(svg.image("75 days, \"90%\" to 78%")).one("svg");
        Parsed decoration = Parsed.of(svg.decoration(Html.NOTHING)).one("svg");

        // Then
        assertThat(image.attribute("role")).isEqualTo("img");
        assertThat(image.attribute("aria-label")).isEqualTo("75 days, \"90%\" to 78%");
        assertThat(decoration.attribute("aria-hidden")).isEqualTo("true");
        assertThat(decoration.attribute("role")).isEmpty();
    }
}
