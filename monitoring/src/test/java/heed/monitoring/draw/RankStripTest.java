package heed.monitoring.draw;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.draw.Marker.Shape;
import heed.monitoring.html.Parsed;
import org.junit.jupiter.api.Test;

class RankStripTest {

    private static final Marker MARK = new Marker(Shape.DOT, "mark-of expected", 6);

    @Test
    void hasTheBestRankAtTheLeftAndTheLastAtTheRight() {
        // When
        Parsed strip = Parsed.of(new RankStrip(5).draw(1, 3, 5, MARK, "expected"));

        // Then
        Parsed bar = strip.one("line.span");
        assertThat(bar.attribute("x1")).isEqualTo("8.0");
        assertThat(bar.attribute("x2")).isEqualTo("232.0");
        assertThat(strip.one("circle").attribute("cx")).isEqualTo("120.0");
    }

    @Test
    void putsTheOnlyHospitalInTheMiddle() {
        // When
        Parsed strip = Parsed.of(new RankStrip(1).draw(1, 1, 1, MARK, "expected"));

        // Then
        assertThat(strip.one("circle").attribute("cx")).isEqualTo("120.0");
    }
}
