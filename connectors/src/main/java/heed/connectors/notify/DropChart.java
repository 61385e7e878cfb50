package heed.connectors.notify;

import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.sentence.ChartSentences;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The days that led to a drop, as far as they may be told, for whoever draws them.
 *
 * @param days those with enough answers, oldest first, at least {@link #FEWEST}
 * @param since the day on which the fall began, as far as is known
 * @param usual score before the fall
 * @param score score since, which lies between {@code low} and {@code high}
 */
public record DropChart(List<Day> days, LocalDate since, double usual, double score, double low, double high) {

    /** Fewer days than this show nothing that the sentence does not say. */
    static final int FEWEST = 3;

    private static final double STEP = .1;

    /** A day's score and what is usual on its weekday, as shares. */
    public record Day(LocalDate date, double score, double usual) {}

    public DropChart {
        days = List.copyOf(days);
    }

    /**
     * Returns the chart of an open drop; nothing where fewer than {@link #FEWEST} of its days may be told, or a figure
     * is none.
     *
     * @param told the drop as its readers may know it: a day with too few answers has none in it
     * @param minimum fewest answers that these readers are shown figures of
     */
    static Optional<DropChart> of(Drop told, LocalDate since, int minimum) {
        List<Day> days = told.getTrail().stream()
                .filter(day -> day.getN() >= minimum)
                .map(day -> new Day(LocalDate.ofEpochDay(day.getDay()), day.getScore(), day.getUsual()))
                .toList();
        if (told.getState() != DropState.OPEN || days.size() < FEWEST) {
            return Optional.empty();
        }
        var chart = new DropChart(
                days, since, told.getBaseline(), told.getScore(), told.getScoreLow(), told.getScoreHigh());
        return Optional.of(chart).filter(each -> each.shares().allMatch(Double::isFinite));
    }

    /** Returns the first day that is drawn. */
    public LocalDate first() {
        LocalDate told = days.get(0).date();
        return since.isBefore(told) ? since : told;
    }

    /** Returns the last day that is drawn. */
    public LocalDate last() {
        LocalDate told = days.get(days.size() - 1).date();
        return since.isAfter(told) ? since : told;
    }

    /** Returns the share at the lower edge, a whole tenth. */
    public double bottom() {
        return Math.max(0, Math.floor(shares().min().orElse(0) / STEP - STEP) * STEP);
    }

    /** Returns the share at the upper edge, a whole tenth. */
    public double top() {
        return Math.min(1, Math.ceil(shares().max().orElse(1) / STEP + STEP) * STEP);
    }

    private DoubleStream shares() {
        return DoubleStream.concat(
                DoubleStream.of(low, high, usual, score),
                days.stream().flatMapToDouble(day -> DoubleStream.of(day.score(), day.usual())));
    }

    /** Returns what a picture of it shows, in words. */
    public ChartSentences words() {
        return new ChartSentences(
                first(),
                last(),
                days.size(),
                days.stream().mapToDouble(Day::score).min().orElseThrow(),
                days.stream().mapToDouble(Day::score).max().orElseThrow(),
                usual,
                since,
                score,
                low,
                high,
                bottom(),
                top());
    }
}
