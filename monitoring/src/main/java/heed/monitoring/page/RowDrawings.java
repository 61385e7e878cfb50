package heed.monitoring.page;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.draw.Sparklines;
import heed.monitoring.draw.Sparklines.Tone;
import heed.monitoring.draw.Spread;
import heed.monitoring.html.Html;
import heed.monitoring.readmodel.Series;
import heed.monitoring.view.Condition;
import heed.monitoring.view.Words;
import heed.schemas.disclosure.Reading;
import heed.schemas.sentence.English;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** Draws what a table says of its rows' scores, all on one scale. */
public final class RowDrawings {

    private final Sparklines sparklines;

    private RowDrawings(Sparklines sparklines) {
        this.sparklines = sparklines;
    }

    /** Chooses the scale on which the ranges of all rows have room. */
    public static RowDrawings over(Collection<Reading> readings) {
        return new RowDrawings(Sparklines.over(
                readings.stream().flatMap(reading -> reading.shown().stream()).mapToDouble(shown -> shown.figures()
                        .low())));
    }

    /** Returns the heading of a column of ranges. */
    public String rangeHeading() {
        return "Range, " + English.range(sparklines.low(), 1);
    }

    /** Returns a cell with a score on its range, which it also says. */
    public Html range(Reading.Shown shown, Condition condition) {
        return el(
                "td", sparklines.range(spread(shown), tone(condition)), el("span", cls("unseen"), Words.range(shown)));
    }

    /** Returns a cell with the scores of successive days. */
    public Html trend(List<Series.Point> points, Condition condition) {
        return el(
                "td",
                sparklines.trend(
                        points.stream()
                                .map(point -> point.reading()
                                        .shown()
                                        .map(shown -> OptionalDouble.of(
                                                shown.figures().score()))
                                        .orElseGet(OptionalDouble::empty))
                                .toList(),
                        tone(condition),
                        inWords(points)));
    }

    /** Returns how a shown score is drawn. */
    static Spread spread(Reading.Shown shown) {
        return new Spread(
                shown.figures().low(), shown.figures().score(), shown.figures().high());
    }

    /** Tells a line of days in words: how many, and from which score to which. */
    private static String inWords(List<Series.Point> points) {
        List<Reading.Shown> shown = points.stream()
                .flatMap(point -> point.reading().shown().stream())
                .toList();
        return shown.isEmpty()
                ? points.size() + " days, no score"
                : points.size() + " days, " + Words.percent(shown.get(0)) + " to "
                        + Words.percent(shown.get(shown.size() - 1));
    }

    private static Tone tone(Condition condition) {
        return condition == Condition.FALLING ? Tone.FALLING : Tone.STEADY;
    }
}
