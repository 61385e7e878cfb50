package heed.monitoring.draw;

import heed.monitoring.draw.Marker.Shape;
import heed.monitoring.draw.Plot.Frame;
import heed.monitoring.draw.Svg.Point;
import heed.monitoring.html.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Draws the small marks of a table: a score with its range, and a line of recent days. All marks of one table share one
 * scale, so that rows can be compared by eye.
 *
 * @param low share at the left or lower edge; the other edge is 1
 */
public record Sparklines(double low) {

    private static final int WIDTH = 130;
    private static final int RANGE_HEIGHT = 18;
    private static final int TREND_HEIGHT = 34;
    private static final int PAD = 5;
    private static final double MIDDLE = .5;

    /** How a row is coloured. */
    public enum Tone {
        STEADY,
        FALLING;

        private String kind() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Chooses the scale on which all of {@code lowest} have room, from a whole tenth to 1. */
    public static Sparklines over(DoubleStream lowest) {
        return new Sparklines(Ticks.upToAll(lowest.min().orElse(.5)).low());
    }

    /** Draws a score as a dot on its range. The figures stand beside it in words. */
    public Html range(Spread score, Tone tone) {
        Plot plot = new Plot(new Frame(0, WIDTH, 0, RANGE_HEIGHT, PAD), scale(), Scale.even(0, 1))
                .across("rail", MIDDLE)
                .across("span", held(score.low()), held(score.high()), MIDDLE)
                .mark(new Marker(Shape.DOT, "", PAD), held(score.share()), MIDDLE);
        return Svg.fixed("range " + tone.kind(), WIDTH, RANGE_HEIGHT).decoration(plot.parts());
    }

    /** Draws the scores of successive days, which {@code label} tells in words; days without a score leave a gap. */
    public Html trend(List<OptionalDouble> scores, Tone tone, String label) {
        Plot plot = new Plot(
                new Frame(0, WIDTH, PAD, TREND_HEIGHT - PAD, PAD), Scale.even(0, scores.size() - 1.0), scale());
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < scores.size(); at++) {
            places.add(at);
        }
        Runs.of(places, at -> scores.get(at).isPresent())
                .forEach(run -> plot.line(
                        "",
                        run.stream()
                                .map(at -> new Point(at, held(scores.get(at).getAsDouble())))
                                .toList()));
        return Svg.fixed("trend " + tone.kind(), WIDTH, TREND_HEIGHT).image(label, plot.parts());
    }

    private Scale scale() {
        return Scale.even(low, 1);
    }

    /** Keeps what lies outside the scale at its edge. */
    private double held(double share) {
        return Math.max(low, Math.min(1, share));
    }
}
