package heed.monitoring.draw;

import heed.monitoring.draw.Svg.Anchor;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Draws the days that staff noted: a line each, with its number over the upper edge. Days that lie close together share
 * their words, "2–4", so that no two collide.
 */
final class NoteMarks {

    /** As wide as "10–12" is on a phone. */
    private static final double WIDEST = 62;

    private static final double ABOVE = 6;

    private final Plot plot;
    private final Plot.Frame frame;
    private final List<LocalDate> days;
    private final ToDoubleFunction<LocalDate> places;

    /** Takes days of the plot, in their order, and where on it a day is. */
    NoteMarks(Plot plot, Plot.Frame frame, List<LocalDate> days, ToDoubleFunction<LocalDate> places) {
        this.plot = plot;
        this.frame = frame;
        this.days = days;
        this.places = places;
    }

    void draw() {
        for (int first = 0; first < days.size(); ) {
            double from = left(days.get(first));
            int last = first;
            while (last + 1 < days.size() && left(days.get(last + 1)) < from + WIDEST) {
                last++;
            }
            for (int each = first; each <= last; each++) {
                plot.upright("mark note", places.applyAsDouble(days.get(each)));
            }
            String words = first == last ? "" + (first + 1) : (first + 1) + "–" + (last + 1);
            plot.text(from, frame.top() - ABOVE, Anchor.START, "note", words);
            first = last + 1;
        }
    }

    /** Words begin a little left of their line, and end within the drawing. */
    private double left(LocalDate day) {
        return Math.min(plot.px(places.applyAsDouble(day)) - 4, frame.right() + 20 - WIDEST);
    }
}
