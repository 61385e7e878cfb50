package heed.topology.detect;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Shows what is usual at a key that is watched.
 *
 * @param score the usual score, 0 to 1, with its 99% range
 * @param weekdayScores the usual scores of the days of the week, Monday first, drawn towards the usual score
 * @param variance variance of one response, in squared score
 * @param icc correlation of answers given on one day
 * @param designEffect responses learned from that are worth one independent one
 */
public record Usual(
        double score,
        double scoreLow,
        double scoreHigh,
        List<Double> weekdayScores,
        double variance,
        double icc,
        double designEffect) {

    public Usual {
        weekdayScores = List.copyOf(weekdayScores);
    }

    static Usual of(Baseline baseline) {
        WatchEvent.Learned learned = DropEstimate.describe(baseline, 0);
        return new Usual(
                learned.baseline(),
                learned.baselineLow(),
                learned.baselineHigh(),
                IntStream.range(0, Tally.WEEKDAYS)
                        .mapToObj(weekday -> 1 - baseline.weekdayMean(weekday))
                        .toList(),
                baseline.variance(),
                learned.icc(),
                baseline.designEffect());
    }
}
