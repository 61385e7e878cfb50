package heed.monitoring.draw;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.draw.Marker.Shape;
import heed.monitoring.html.Parsed;
import org.junit.jupiter.api.Test;

class MarkerTest {

    private static String corners(Shape shape) {
        return Parsed.of(new Marker(shape, "mark", 8).at(50, 50))
                .one("polygon.mark")
                .attribute("points");
    }

    @Test
    void pointsTheWayThatItSays() {
        // When // Then
        // The tip comes first, above the middle or below it
        assertThat(corners(Shape.UP)).isEqualTo("50.0,42.0 58.0,56.0 42.0,56.0");
        assertThat(corners(Shape.DOWN)).isEqualTo("50.0,58.0 58.0,44.0 42.0,44.0");
    }

    @Test
    void standsByItselfInALegend() {
        // When
        Parsed key = Parsed.of(new Marker(Shape.DIAMOND, "mark", 8).key());

        // Then
        assertThat(key.one("svg").attribute("aria-hidden")).isEqualTo("true");
        assertThat(key.one("polygon.mark").attribute("points")).isEqualTo("10.0,2.0 18.0,10.0 10.0,18.0 2.0,10.0");
    }
}
