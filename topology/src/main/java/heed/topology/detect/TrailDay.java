package heed.topology.detect;

/**
 * What one day added to the evidence of a drop or a rise.
 *
 * @param day local date, in days since 1970-01-01
 * @param n answers of the day
 * @param score their mean score, 0 to 1
 * @param usual the usual score of a day of that weekday, 0 to 1
 * @param evidence the mixture statistic with this day and all before it
 */
public record TrailDay(long day, int n, double score, double usual, double evidence) {

    /** Returns the day as it was, where this is one of mirrored answers. */
    TrailDay mirrored() {
        return new TrailDay(day, n, 1 - score, 1 - usual, evidence);
    }

    static TrailDay of(OpenDay day, Baseline baseline, double evidence) {
        return of(day.day(), day.count(), day.loss(), 1 - baseline.weekdayMean(day.weekday()), evidence);
    }

    static TrailDay of(long day, int n, int loss, double usual, double evidence) {
        return new TrailDay(day, n, 1 - loss / (double) Loss.WORST / n, usual, evidence);
    }
}
