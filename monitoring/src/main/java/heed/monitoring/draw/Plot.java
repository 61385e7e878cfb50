package heed.monitoring.draw;

import heed.monitoring.draw.Svg.Anchor;
import heed.monitoring.draw.Svg.Point;
import heed.monitoring.html.Html;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws values into a frame, by a scale from left to right and one from below to above. What is drawn later lies above
 * what was drawn before. Places and heights are values; only where a name says so they are coordinates of the drawing.
 */
final class Plot {

    static final String QUIET = "quiet";

    /** From the words of the grid to the left edge. */
    private static final int BESIDE = 8;
    /** From the lower edge down to words under it. */
    private static final int UNDER = 24;
    /** From the middle of a line of words down to where it stands. */
    private static final int HALF_A_LINE = 4;

    private final Frame frame;
    private final Scale x;
    private final Scale y;
    private final List<Html> parts = new ArrayList<>();

    Plot(Frame frame, Scale x, Scale y) {
        this.frame = frame;
        this.x = x;
        this.y = y;
    }

    /**
     * The edges of a plot, in coordinates of its drawing.
     *
     * @param inset room between an edge at the side and the first or last value
     */
    record Frame(double left, double right, double top, double bottom, double inset) {

        Frame(double left, double right, double top, double bottom) {
            this(left, right, top, bottom, 0);
        }

        double middle() {
            return (left + right) / 2;
        }
    }

    /** Two values at one place, one above the other. */
    record Span(double x, double low, double high) {}

    /** Returns the coordinate of a place. */
    double px(double place) {
        return frame.left + frame.inset + (frame.right - frame.left - 2 * frame.inset) * x.part(place);
    }

    /** Returns the coordinate of a height. */
    double py(double height) {
        return frame.bottom - (frame.bottom - frame.top) * y.part(height);
    }

    /** Draws the lines of a grid, each with its share at the left. */
    Plot grid(Ticks ticks) {
        ticks.shares().forEach(share -> grid("grid", share, ticks.words(share)));
        return this;
    }

    /** Draws one line of a grid with its words at the left. */
    Plot grid(String kind, double height, String words) {
        return across(kind, height).text(frame.left - BESIDE, py(height) + HALF_A_LINE, Anchor.END, QUIET, words);
    }

    /** Draws a line at a height from edge to edge. */
    Plot across(String kind, double height) {
        return add(Svg.line(kind, frame.left, py(height), frame.right, py(height)));
    }

    /** Draws a line at a height between two places. */
    Plot across(String kind, double first, double last, double height) {
        return add(Svg.line(kind, px(first), py(height), px(last), py(height)));
    }

    /** Draws a line at a place from edge to edge. */
    Plot upright(String kind, double place) {
        return add(Svg.line(kind, px(place), frame.top, px(place), frame.bottom));
    }

    /** Draws a line through points. */
    Plot line(String kind, List<Point> values) {
        return add(Svg.polyline(kind, placed(values)));
    }

    /** Draws what lies between the two ends of successive spans. */
    Plot band(String kind, List<Span> spans) {
        List<Point> around = new ArrayList<>();
        spans.forEach(span -> around.add(new Point(span.x(), span.high())));
        for (int back = spans.size() - 1; back >= 0; back--) {
            around.add(new Point(spans.get(back).x(), spans.get(back).low()));
        }
        return add(Svg.polygon(kind, placed(around)));
    }

    private List<Point> placed(List<Point> values) {
        return values.stream()
                .map(each -> new Point(px(each.x()), py(each.y())))
                .toList();
    }

    Plot mark(Marker marker, double place, double height) {
        return add(marker.at(px(place), py(height)));
    }

    /** Writes words over a line across, at its left end. */
    Plot over(double height, String kind, String words) {
        return text(frame.left + 6, py(height) - 6, Anchor.START, kind, words);
    }

    /** Writes words beyond the right edge, in the middle of a coordinate. */
    Plot beyond(double atY, String words) {
        return text(frame.right + BESIDE, atY + HALF_A_LINE, Anchor.START, QUIET, words);
    }

    /** Writes words over the upper edge, at the left. */
    Plot title(String words) {
        return text(frame.left, frame.top - 12, Anchor.START, QUIET, words);
    }

    /** Writes words under the two ends of the lower edge, the same ones once. */
    Plot ends(String first, String last) {
        under(frame.left, Anchor.START, first);
        return first.equals(last) ? this : under(frame.right, Anchor.END, last);
    }

    /** Writes words under the lower edge, in the middle of a place. */
    Plot under(double place, String words) {
        return under(px(place), Anchor.MIDDLE, words);
    }

    private Plot under(double atX, Anchor anchor, String words) {
        return text(atX, frame.bottom + UNDER, anchor, QUIET, words);
    }

    /** Writes words at coordinates. */
    Plot text(double atX, double atY, Anchor anchor, String kind, String words) {
        return add(Svg.text(kind, atX, atY, anchor, words));
    }

    Plot add(Html part) {
        parts.add(part);
        return this;
    }

    /** Returns what was drawn. */
    List<Html> parts() {
        return List.copyOf(parts);
    }
}
