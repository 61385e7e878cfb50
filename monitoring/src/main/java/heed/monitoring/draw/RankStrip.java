package heed.monitoring.draw;

import heed.monitoring.draw.Plot.Frame;
import heed.monitoring.html.Html;

/**
 * Draws a rank as a mark on a bar from the best to the worst rank that it could be. All strips of one list share one
 * scale, the best rank at the left. The ranks stand beside it in words.
 *
 * @param hospitals how many are ranked
 */
public record RankStrip(int hospitals) {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 20;
    private static final int PAD = 8;
    private static final int RAILS = 5;
    private static final double MIDDLE = .5;

    /** Draws one hospital's strip; {@code kind} is the class by which the style sheet colours the bar. */
    public Html draw(int best, int rank, int worst, Marker marker, String kind) {
        double first = hospitals <= 1 ? 0 : 1;
        double last = hospitals <= 1 ? 2 : hospitals;
        Plot plot = new Plot(new Frame(0, WIDTH, 0, HEIGHT, PAD), Scale.even(first, last), Scale.even(0, 1));
        for (int rail = 0; rail < RAILS; rail++) {
            plot.upright("rail", first + (last - first) * rail / (RAILS - 1));
        }
        plot.across("span", best, worst, MIDDLE).mark(marker, rank, MIDDLE);
        return Svg.filling("strip " + kind, WIDTH, HEIGHT).decoration(plot.parts());
    }
}
