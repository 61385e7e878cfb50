package heed.monitoring.draw;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.html.Html.Attribute;
import java.util.List;
import java.util.Locale;

/**
 * A drawing and the elements that it is made of. Here alone a coordinate becomes text, and here alone a drawing tells
 * what it is to whoever cannot see it.
 *
 * @param kind classes by which the style sheet knows it
 * @param width of its own coordinates, which need not be that on a screen
 * @param size attributes that fix the size on a screen; none where it fills what room there is
 */
record Svg(String kind, int width, int height, List<Attribute> size) {

    /** Which end of some words stands at their point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A point in the drawing's own coordinates. */
    record Point(double x, double y) {

        @Override
        public String toString() {
            return px(x) + "," + px(y);
        }
    }

    /** Starts a drawing that fills what room there is. */
    static Svg filling(String kind, int width, int height) {
        return new Svg(kind, width, height, List.of());
    }

    /** Starts a drawing that is shown at its own size. */
    static Svg fixed(String kind, int width, int height) {
        return filling(kind, width, height).shownAt(width, height);
    }

    Svg shownAt(int screenWidth, int screenHeight) {
        return new Svg(kind, width, height, List.of(attr("width", screenWidth), attr("height", screenHeight)));
    }

    /** Returns one picture, which {@code label} tells in words. */
    Html image(String label, Object... parts) {
        return svg(List.of(attr("role", "img"), attr("aria-label", label)), parts);
    }

    /**
     * Returns a picture with parts that are links and have words of their own; {@code label} says what they are
     * together.
     */
    Html group(String label, Object... parts) {
        return svg(List.of(attr("role", "group"), attr("aria-label", label)), parts);
    }

    /**
     * Returns a picture whose figures stand beside it in words, so that it is kept from screen readers and the
     * keyboard.
     */
    Html decoration(Object... parts) {
        return svg(List.of(attr("aria-hidden", "true"), attr("focusable", "false")), parts);
    }

    private Html svg(List<Attribute> meaning, Object... parts) {
        return el("svg", cls(kind), attr("viewBox", "0 0 " + width + " " + height), size, meaning, List.of(parts));
    }

    static Html line(String kind, double x1, double y1, double x2, double y2) {
        return el("line", cls(kind), attr("x1", px(x1)), attr("x2", px(x2)), attr("y1", px(y1)), attr("y2", px(y2)));
    }

    static Html polyline(String kind, List<Point> points) {
        return el("polyline", cls(kind), attr("points", joined(points)));
    }

    static Html polygon(String kind, List<Point> points) {
        return el("polygon", cls(kind), attr("points", joined(points)));
    }

    static Html circle(String kind, double x, double y, double r) {
        return el("circle", cls(kind), attr("cx", px(x)), attr("cy", px(y)), attr("r", px(r)));
    }

    static Html text(String kind, double x, double y, Anchor anchor, String words) {
        return el(
                "text",
                cls(kind),
                attr("x", px(x)),
                attr("y", px(y)),
                attr("text-anchor", anchor.name().toLowerCase(Locale.ROOT)),
                words);
    }

    private static String joined(List<Point> points) {
        return String.join(" ", points.stream().map(Point::toString).toList());
    }

    /** Returns a coordinate as it stands in a drawing, in tenths: a page of many lines has tens of thousands. */
    static String px(double number) {
        long tenths = Math.round(number * 10);
        long size = Math.abs(tenths);
        return (tenths < 0 ? "-" : "") + size / 10 + "." + size % 10;
    }
}
