package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.decimal;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.readmodel.Series;
import heed.monitoring.view.Condition;
import heed.monitoring.view.Words;
import heed.schemas.disclosure.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Draws the small marks of a table: a score with its range, and a line of recent days. All marks of one table share one
 * scale, so that rows can be compared by eye.
 *
 * @param low score at the left or lower edge, 0 to 1; the other edge is 1
 */
public record Marks(double low) {

    private static final int WIDTH = 130;
    private static final int RANGE_HEIGHT = 18;
    private static final int LINE_HEIGHT = 34;
    private static final int PAD = 5;

    /** Chooses the scale: from the tenth at or below the lowest range to 100%. */
    public static Marks over(Collection<Reading> readings) {
        double lowest = readings.stream()
                .flatMap(reading -> reading.shown().stream())
                .mapToDouble(shown -> shown.figures().low())
                .min()
                .orElse(0.5);
        return new Marks(Math.min(0.8, Math.floor(lowest * 10) / 10));
    }

    /** Returns what the scale spans, in words. */
    public String span() {
        return Words.range(low, 1);
    }

    /** Draws a score as a dot on its range. The figures stand beside it in words, so it is hidden from screen readers. */
    public Html range(Reading.Shown shown, Condition condition) {
        double from = x(shown.figures().low());
        double to = x(shown.figures().high());
        return el(
                "svg",
                cls("range " + tone(condition)),
                attr("viewBox", "0 0 " + WIDTH + " " + RANGE_HEIGHT),
                attr("width", WIDTH),
                attr("height", RANGE_HEIGHT),
                attr("aria-hidden", "true"),
                attr("focusable", "false"),
                el("line", cls("rail"), attr("x1", 0), attr("x2", WIDTH), attr("y1", 9), attr("y2", 9)),
                el("line", cls("span"), attr("x1", from), attr("x2", to), attr("y1", 9), attr("y2", 9)),
                el("circle", attr("cx", x(shown.figures().score())), attr("cy", 9), attr("r", 5)));
    }

    /** Draws the scores of successive days; days without a score leave a gap. */
    public Html line(List<Series.Point> points, Condition condition) {
        List<Object> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int at = 0; at < points.size(); at++) {
            var shown = points.get(at).reading().shown();
            if (shown.isPresent()) {
                double x = PAD + (WIDTH - 2.0 * PAD) * at / Math.max(1, points.size() - 1);
                run.append(decimal(x))
                        .append(',')
                        .append(decimal(y(shown.get().figures().score())))
                        .append(' ');
            } else {
                addRun(runs, run);
            }
        }
        addRun(runs, run);
        return el(
                "svg",
                cls("trend " + tone(condition)),
                attr("viewBox", "0 0 " + WIDTH + " " + LINE_HEIGHT),
                attr("width", WIDTH),
                attr("height", LINE_HEIGHT),
                attr("role", "img"),
                attr("aria-label", inWords(points)),
                runs);
    }

    private static void addRun(List<Object> runs, StringBuilder run) {
        if (run.length() > 0) {
            runs.add(el("polyline", attr("points", run.toString().trim())));
            run.setLength(0);
        }
    }

    static String inWords(List<Series.Point> points) {
        List<Reading.Shown> shown = points.stream()
                .flatMap(point -> point.reading().shown().stream())
                .toList();
        return shown.isEmpty()
                ? points.size() + " days, no score"
                : points.size() + " days, " + Words.percent(shown.get(0)) + " to "
                        + Words.percent(shown.get(shown.size() - 1));
    }

    private static String tone(Condition condition) {
        return condition == Condition.FALLING ? "falling" : "steady";
    }

    private double x(double score) {
        return PAD + (WIDTH - 2.0 * PAD) * clip((score - low) / (1 - low));
    }

    private double y(double score) {
        return LINE_HEIGHT - PAD - (LINE_HEIGHT - 2.0 * PAD) * clip((score - low) / (1 - low));
    }

    private static double clip(double part) {
        return Math.max(0, Math.min(1, part));
    }
}
