package heed.monitoring.readmodel;

/** Says over how many days scores are told: the same on every page, in every answer of the API and in every metric. */
public final class RecentDays {

    /** Days of a current score. */
    public static final int SCORE = 28;

    /** Days of the score that shows first what changes, and of each point of a line of scores. */
    public static final int SHORT = 7;

    /** Points of a line of scores, one a day. */
    public static final int LINE = 75;

    /** Days that are kept of each line of figures. */
    public static final int KEPT = 90;

    /** Most points that a line of scores can have: each stands on all its days. */
    public static final int LONGEST_LINE = KEPT - SHORT + 1;

    private RecentDays() {}
}
