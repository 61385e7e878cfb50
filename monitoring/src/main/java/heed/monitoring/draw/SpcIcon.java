package heed.monitoring.draw;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.draw.Svg.Anchor;
import heed.monitoring.draw.Svg.Point;
import heed.monitoring.html.Html;
import java.util.ArrayList;
import java.util.List;

/**
 * An icon in a ring, as boards of the NHS know them from Making Data Count: dots that run a way, and a letter.
 *
 * @param kind class by which the style sheet colours it
 * @param letter empty for none
 */
public record SpcIcon(String kind, Dots dots, String letter) {

    /** How the dots run. */
    public enum Dots {
        WAVE(12, 34, 22, 24, 32, 36, 42, 26, 52, 34),
        RISING(16, 47, 25, 46, 33, 44, 41, 41, 48, 37),
        FALLING(16, 37, 25, 41, 33, 44, 41, 46, 48, 47),
        LEVEL(14, 43, 50, 43);

        /** Nothing is added once it is made. */
        @SuppressWarnings("ImmutableEnumChecker")
        private final List<Point> points = new ArrayList<>();

        Dots(int... coordinates) {
            for (int at = 0; at < coordinates.length; at += 2) {
                points.add(new Point(coordinates[at], coordinates[at + 1]));
            }
        }
    }

    /** Returns the icon with its words beside it. */
    public Html with(String words) {
        return el(
                "span",
                cls("spc-icon " + kind),
                Svg.filling("", 64, 64)
                        .shownAt(56, 56)
                        .decoration(
                                Svg.circle("ring", 32, 32, 28),
                                Svg.polyline("", dots.points),
                                letter.isEmpty() ? Html.NOTHING : Svg.text("", 32, 32, Anchor.MIDDLE, letter)),
                el("span", words));
    }
}
