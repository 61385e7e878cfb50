package heed.monitoring.draw;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.draw.Plot.Frame;
import heed.monitoring.draw.Plot.Span;
import heed.monitoring.draw.Svg.Anchor;
import heed.monitoring.draw.Svg.Point;
import heed.monitoring.html.Html;
import heed.schemas.sentence.English;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Draws scores against numbers of answers, with the score of all and the range in which scores on so many answers are
 * expected. Numbers of answers stand on a square-root scale: small hospitals, of which there are many, would lie on top
 * of each other on an even one.
 */
public final class Funnel {

    private static final Frame FRAME = new Frame(56, 526, 16, 344);
    private static final double FINEST = .001;
    private static final int MOST_LINES = 7;
    private static final double ROOM_AROUND = .01;
    private static final double NARROWEST_TICKS = 56;
    private static final double NAME_HEIGHT = 18;

    private final double all;
    private final List<Expected> expected;
    private final List<Dot> dots;
    private final List<Dot> named;
    private final double most;
    private final Ticks ticks;
    private final Plot plot;

    /**
     * Takes what is drawn.
     *
     * @param all the score of all together, 0 to 1
     * @param expected from the fewest answers to the right edge
     * @param dots what is drawn later lies above
     * @param named those whose names are written, as far as there is room: first come, first served
     */
    public Funnel(double all, List<Expected> expected, List<Dot> dots, List<Dot> named) {
        this.all = all;
        this.expected = expected;
        this.dots = dots;
        this.named = named;
        this.most = expected.get(expected.size() - 1).answers();
        Expected widest = expected.get(0);
        double[] scores = DoubleStream.concat(
                        DoubleStream.of(widest.low(), widest.high(), all - ROOM_AROUND, all + ROOM_AROUND),
                        dots.stream().mapToDouble(Dot::score))
                .toArray();
        this.ticks = Ticks.between(
                Math.max(0, DoubleStream.of(scores).min().orElse(0)),
                Math.min(1, DoubleStream.of(scores).max().orElse(1)),
                FINEST,
                MOST_LINES);
        this.plot = new Plot(FRAME, Scale.roots(most), ticks.scale());
    }

    /** The range in which scores on a number of answers are expected, 0 to 1. */
    public record Expected(double answers, double low, double high) {}

    /**
     * One hospital.
     *
     * @param name written beside it where it is among those named
     * @param kind class by which the style sheet colours the name
     * @param path where it leads
     * @param words what it is, for whoever points at it or cannot see it
     */
    public record Dot(
            double answers, double score, Marker marker, String name, String kind, String path, String words) {}

    /** Returns the plot; {@code label} says what its dots are. */
    public Html draw(String label) {
        plot.grid(ticks);
        answers();
        range();
        plot.across("centre", all);
        dots.forEach(dot -> plot.add(link(dot)));
        names();
        plot.over(all, "", "all " + ticks.words(all));
        return Svg.filling("chart funnel", 540, 400).group(label, plot.parts());
    }

    /** Writes round numbers of answers that stand far enough apart to be read. */
    private void answers() {
        double last = FRAME.left();
        for (long power = 1; power <= most; power *= 10) {
            for (long n : new long[] {power, 2 * power, 5 * power}) {
                double x = plot.px((double) n);
                if (n <= most && x - last >= NARROWEST_TICKS && x <= FRAME.right() - 10) {
                    plot.under((double) n, English.count(n));
                    last = x;
                }
            }
        }
        plot.text(FRAME.middle(), FRAME.bottom() + 50, Anchor.MIDDLE, Plot.QUIET, "number of answers");
    }

    /** Draws the expected range as a band with its two edges. */
    private void range() {
        plot.band(
                        "band",
                        expected.stream()
                                .map(each -> new Span(each.answers(), each.low(), each.high()))
                                .toList())
                .line(
                        "edge",
                        expected.stream()
                                .map(each -> new Point(each.answers(), each.high()))
                                .toList())
                .line(
                        "edge",
                        expected.stream()
                                .map(each -> new Point(each.answers(), each.low()))
                                .toList());
    }

    /** The table has the same links, so the keyboard need not stop at every dot. */
    private Html link(Dot dot) {
        return el(
                "a",
                href(dot.path()),
                attr("tabindex", "-1"),
                attr("aria-label", dot.words()),
                el("title", dot.words()),
                dot.marker().at(plot.px(dot.answers()), plot.py(dot.score())));
    }

    private void names() {
        List<Double> taken = new ArrayList<>();
        for (Dot dot : named) {
            double x = plot.px(dot.answers());
            double y = plot.py(dot.score()) + 4;
            if (taken.stream().allMatch(other -> Math.abs(other - y) >= NAME_HEIGHT)) {
                taken.add(y);
                boolean left = x > FRAME.middle();
                plot.text(left ? x - 10 : x + 10, y, left ? Anchor.END : Anchor.START, dot.kind(), dot.name());
            }
        }
    }
}
