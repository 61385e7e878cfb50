package heed.monitoring.draw;

import heed.monitoring.draw.Marker.Shape;
import heed.monitoring.draw.Plot.Frame;
import heed.monitoring.draw.Svg.Point;
import heed.monitoring.html.Html;
import heed.schemas.sentence.English;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Draws how evidence grew until an alarm: above, the statistic by day on a scale of powers of ten with the alarm line;
 * below, the score of the same days against the usual one. A day whose score may not be shown has evidence only.
 */
public final class EvidenceChart {

    private static final Frame ABOVE = new Frame(58, 700, 26, 160, 6);
    private static final Frame BELOW = new Frame(58, 700, 200, 300, 6);
    private static final int LOWEST_POWER = -4;

    private final List<Day> days;
    private final double alarm;

    /** Takes the days, at least one, oldest first, and the evidence at which the alarm is raised. */
    public EvidenceChart(List<Day> days, double alarm) {
        this.days = days;
        this.alarm = alarm;
    }

    /**
     * One day.
     *
     * @param score share of that day, nothing where it may not be shown
     * @param usual share that was usual then
     */
    public record Day(LocalDate date, double evidence, OptionalDouble score, double usual) {

        private double place() {
            return (double) date.toEpochDay();
        }
    }

    /** Returns the chart, which {@code label} tells in words. */
    public Html draw(String label) {
        Scale dates = Scale.days(first(), last());
        return Svg.filling("chart evidence", 720, 340)
                .image(label, evidence(dates).parts(), scores(dates).parts());
    }

    private Plot evidence(Scale dates) {
        int lowest = days.stream()
                .mapToInt(day -> (int) Math.floor(power(day.evidence())))
                .reduce(-1, Math::min);
        int highest = days.stream()
                .mapToInt(day -> (int) Math.ceil(power(day.evidence())))
                .reduce(1, Math::max);
        Plot plot = new Plot(ABOVE, dates, Scale.powers(lowest, highest)).title("Evidence of a fall");
        for (int power = lowest; power <= highest; power++) {
            double tens = StrictMath.pow(10, power);
            plot.grid(tens == alarm ? "alarm" : "grid", tens, words(power));
        }
        plot.over(alarm, "flagged", "alarm line")
                .line(
                        "score",
                        days.stream()
                                .map(day -> new Point(day.place(), day.evidence()))
                                .toList());
        days.forEach(day -> plot.mark(
                day.evidence() >= alarm ? new Marker(Shape.DOT, "alarm-dot", 5) : new Marker(Shape.DOT, "score-dot", 3),
                day.place(),
                day.evidence()));
        return plot;
    }

    private Plot scores(Scale dates) {
        Ticks ticks = Ticks.upToAll(days.stream()
                        .flatMapToDouble(day -> DoubleStream.concat(day.score().stream(), DoubleStream.of(day.usual())))
                        .min()
                        .orElse(0))
                .halved();
        Plot plot = new Plot(BELOW, dates, ticks.scale())
                .title("Score of each day (dots), usual score (dotted line)")
                .grid(ticks);
        days.forEach(day ->
                day.score().ifPresent(share -> plot.mark(new Marker(Shape.DOT, "score-dot", 4), day.place(), share)));
        return plot.line(
                        "usual-days",
                        days.stream()
                                .map(day -> new Point(day.place(), day.usual()))
                                .toList())
                .ends(English.dayAndMonth(first()), English.dayAndMonth(last()));
    }

    private static String words(int power) {
        String tens = English.count((long) StrictMath.pow(10, Math.abs(power)));
        return power < 0 ? "1/" + tens : tens;
    }

    private static double power(double evidence) {
        return evidence <= 0 ? LOWEST_POWER : Math.max(LOWEST_POWER, StrictMath.log10(evidence));
    }

    private LocalDate first() {
        return days.get(0).date();
    }

    private LocalDate last() {
        return days.get(days.size() - 1).date();
    }
}
