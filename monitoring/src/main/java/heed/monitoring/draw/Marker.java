package heed.monitoring.draw;

import heed.monitoring.draw.Svg.Point;
import heed.monitoring.html.Html;
import java.util.List;

/**
 * The mark of a point: a shape of its own beside its colour, so that marks are told apart without colour.
 *
 * @param kind classes by which the style sheet colours it
 * @param size from the middle to its edge
 */
public record Marker(Shape shape, String kind, double size) {

    private static final double FOOT = .75;

    /** What a mark looks like. */
    public enum Shape {
        DOT,
        DIAMOND,
        UP,
        DOWN
    }

    Html at(double x, double y) {
        return switch (shape) {
            case DOT -> Svg.circle(kind, x, y, size);
            case DIAMOND ->
                Svg.polygon(
                        kind,
                        List.of(
                                new Point(x, y - size),
                                new Point(x + size, y),
                                new Point(x, y + size),
                                new Point(x - size, y)));
            case UP -> triangle(x, y, -size);
            case DOWN -> triangle(x, y, size);
        };
    }

    private Html triangle(double x, double y, double tip) {
        double foot = y - FOOT * tip;
        return Svg.polygon(kind, List.of(new Point(x, y + tip), new Point(x + size, foot), new Point(x - size, foot)));
    }

    /** Returns the mark by itself, for a legend. */
    public Html key() {
        return Svg.fixed("spc-key", 20, 20).decoration(at(10, 10));
    }
}
