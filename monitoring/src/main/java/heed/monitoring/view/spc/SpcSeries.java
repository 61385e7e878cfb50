package heed.monitoring.view.spc;

import heed.monitoring.readmodel.Pane;
import heed.monitoring.readmodel.Series;
import heed.monitoring.spc.XmrChart;
import heed.monitoring.view.Words;
import heed.schemas.disclosure.Reading;
import heed.schemas.questionnaire.Better;
import heed.schemas.sentence.English;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The weeks or months of one line of figures that are over, none left out: one without a row had no responses. Only
 * scores that may be shown count for mean and limits, so nothing can be computed back from those.
 *
 * @param points oldest first
 */
public record SpcSeries(Per per, List<Point> points) {

    /** What a point stands for, and how to go on to the next. */
    public enum Per {
        WEEK("week", "weeks"),
        MONTH("month", "months");

        private final String one;
        private final String many;

        Per(String one, String many) {
            this.one = one;
            this.many = many;
        }

        /** Returns it in a word: week. */
        public String one() {
            return one;
        }

        /** Returns it in a word: weeks. */
        public String many() {
            return many;
        }

        private Function<Series, List<Pane>> panes() {
            return this == WEEK ? Series::weeks : Series::months;
        }

        /** Returns the first day of the one after that which begins with {@code first}. */
        public LocalDate after(LocalDate first) {
            return this == WEEK ? first.plusWeeks(1) : first.plusMonths(1);
        }

        /** Returns a week's days, or a month's name. */
        public String words(LocalDate first) {
            return this == WEEK
                    ? English.dayAndMonth(first) + " to " + English.shortDate(first.plusDays(6))
                    : Words.month(first.toString().substring(0, 7));
        }
    }

    /**
     * Up to when it is drawn.
     *
     * @param moment what was over then is drawn
     * @param today the hospital's date: by what else is told then some weeks are not
     */
    public record Until(Instant moment, ZoneId zone, LocalDate today) {

        /** Draws all that is over now. */
        public static Until now(Instant now, ZoneId zone) {
            return new Until(now, zone, now.atZone(zone).toLocalDate());
        }
    }

    /** A week or month, by its first day. */
    public record Point(LocalDate first, Reading reading) {

        private double score() {
            return reading.shown().map(shown -> shown.figures().score()).orElse(Double.NaN);
        }
    }

    /**
     * Returns the weeks, or the months where fewer than three of four weeks may be shown, or none, and a month may.
     *
     * @param asked what the reader asked for, nothing where he leaves the choice
     */
    public static SpcSeries of(Series series, Optional<Per> asked, Until until) {
        SpcSeries weeks = of(series, Per.WEEK, until);
        SpcSeries months = of(series, Per.MONTH, until);
        boolean thin = weeks.shown() == 0 || weeks.shown() * 4 < weeks.points().size() * 3L;
        return switch (asked.orElse(thin && months.shown() > 0 ? Per.MONTH : Per.WEEK)) {
            case WEEK -> weeks;
            case MONTH -> months;
        };
    }

    private static SpcSeries of(Series series, Per per, Until until) {
        ZoneId zone = until.zone();
        List<Point> points = new ArrayList<>();
        LocalDate next = null;
        for (Series.Period period : series.over(per.panes(), until.moment(), until.today())) {
            LocalDate first = period.start().atZone(zone).toLocalDate();
            next = fill(points, per, next, first, series.missing());
            points.add(new Point(first, period.reading()));
            next = per.after(first);
        }
        LocalDate last = until.moment().atZone(zone).toLocalDate();
        while (next != null && !per.after(next).isAfter(last)) {
            points.add(new Point(next, series.missing()));
            next = per.after(next);
        }
        return new SpcSeries(per, List.copyOf(points));
    }

    private static LocalDate fill(
            List<Point> points, Per per, @Nullable LocalDate next, LocalDate first, Reading missing) {
        LocalDate at = next == null ? first : next;
        while (at.isBefore(first)) {
            points.add(new Point(at, missing));
            at = per.after(at);
        }
        return at;
    }

    /** Returns how many points may be shown. */
    public long shown() {
        return points.stream()
                .filter(point -> point.reading().shown().isPresent())
                .count();
    }

    /** Returns the chart; limits are drawn anew from the first point that began on or after each of {@code anew}. */
    XmrChart chart(List<LocalDate> anew, Better better, XmrChart.Limits limits) {
        List<Integer> places = anew.stream()
                .map(date -> (int) points.stream()
                        .filter(point -> point.first().isBefore(date))
                        .count())
                .filter(place -> place > 0 && place < points.size())
                .toList();
        return XmrChart.of(points.stream().mapToDouble(Point::score).toArray(), places, better, limits);
    }
}
