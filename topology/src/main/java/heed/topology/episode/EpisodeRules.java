package heed.topology.episode;

/**
 * Settings of the episodes.
 *
 * @param falseAlarmDays mean number of days between false episodes of one measure, by chance alone
 */
public record EpisodeRules(double falseAlarmDays) {

    /** Days that alarms are counted over: what comes in four weeks is called the same weeks. */
    static final int WINDOW_DAYS = 28;

    /** Fewer hospitals are never called many. */
    static final int FEWEST = 3;

    private static final double SHORTEST = 30;
    private static final double LONGEST = 73_000;

    public EpisodeRules {
        if (!(falseAlarmDays >= SHORTEST && falseAlarmDays <= LONGEST)) {
            throw new IllegalArgumentException(
                    "watch.episode-false-alarm-days must be 30 to 73,000, was " + falseAlarmDays);
        }
    }

    /**
     * Returns the fewest hospitals with an alarm within the window that are too many for chance, where all of them
     * together are allowed {@code rate} false alarms a day.
     *
     * <p>Of alarms that come as a Poisson process of that rate, those that find k - 1 others within the window before
     * them come at the rate {@code rate · P(N >= k - 1)}, N being Poisson with mean rate times window (Mecke's
     * formula). An episode opens with such an alarm, and there are no more hospitals than alarms: so false episodes are
     * no more frequent than {@code 1 / falseAlarmDays}.
     */
    int needed(double rate) {
        double mean = rate * WINDOW_DAYS;
        double logTerm = -mean;
        double below = StrictMath.exp(logTerm);
        int others = 1;
        while (others < FEWEST - 1 || rate * (1 - below) > 1 / falseAlarmDays) {
            logTerm += StrictMath.log(mean / others);
            below += StrictMath.exp(logTerm);
            others++;
        }
        return others + 1;
    }
}
