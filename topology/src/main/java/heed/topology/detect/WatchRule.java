package heed.topology.detect;

import heed.schemas.sentence.Rarity;

/**
 * Holds a key to two false-alarm rates: one for whoever looks after the key, a rarer one for readers of many hospitals.
 *
 * @param targetDays mean number of days between false alarms of the key, by chance alone (T0)
 * @param publishedDays the same for alarms that are confirmed for a wider audience, at least {@code targetDays}
 * @param method by which a day's answers are judged together
 */
public record WatchRule(double targetDays, double publishedDays, WatchMethod method) {

    /**
     * Days between false alarms of a key for a reader of 200 hospitals who wants one a month: 200 · 365 / 12, rounded
     * down.
     */
    public static final double PUBLISHED_DAYS = 6083;

    /** The smallest fall that is looked for. */
    public static final double SMALLEST_FALL = .05;

    /** Days behind the newest one that still take answers: some are given offline. What comes later is late. */
    public static final int LATE_DAYS = 2;

    /** Days with answers that it takes at least to say what is usual. */
    public static final int LEAST_LEARNED_DAYS = 28;

    /** Answers that it takes at least to say what is usual. */
    public static final int LEAST_LEARNED_ANSWERS = 200;

    /** A year of days suffices to say what is usual; after it, only a person changes that. */
    public static final int MOST_LEARNED_DAYS = 365;

    static final int BLOCKS = 24;
    static final int LONGEST_GAP = 7;

    private static final double LONGEST = 1e9;

    public WatchRule {
        if (!(targetDays >= 1 && targetDays <= LONGEST)) {
            throw new IllegalArgumentException(
                    "Days between false alarms of a key must be 1 to 1,000,000,000, was " + targetDays);
        }
        if (!(publishedDays >= targetDays && publishedDays <= LONGEST)) {
            throw new IllegalArgumentException("Days between published false alarms of a key must be " + targetDays
                    + ", as for its own alarms, to 1,000,000,000, was " + publishedDays);
        }
    }

    /** Holds a key to {@code targetDays}, and for a wider audience to {@link #PUBLISHED_DAYS} if those are more. */
    public WatchRule(double targetDays) {
        this(targetDays, Math.max(targetDays, PUBLISHED_DAYS));
    }

    /** Holds a key to both by the default method. */
    public WatchRule(double targetDays, double publishedDays) {
        this(targetDays, publishedDays, WatchMethod.DEFAULT);
    }

    /** Returns this rule with another method. */
    public WatchRule by(WatchMethod other) {
        return new WatchRule(targetDays, publishedDays, other);
    }

    /** Returns this rule with so many days between false alarms for a wider audience, or its own if those are more. */
    public WatchRule published(double days) {
        return new WatchRule(targetDays, Math.max(targetDays, days), method);
    }

    /** Returns the evidence that suffices for a wider audience. */
    double publishedLevel() {
        return publishedDays / targetDays;
    }

    /** Tells whether evidence suffices for readers of many hospitals too. */
    boolean isPublished(double evidence) {
        return evidence >= publishedLevel();
    }

    /** Returns the prior weight of a fall that begins with one block of a day, other than the first. */
    double blockWeight() {
        return 1 / (BLOCKS * targetDays);
    }

    /** Returns the prior weight of a fall that begins with the day's first block or in the silent days before it. */
    double firstBlockWeight(int gap) {
        return gap / targetDays - (BLOCKS - 1) / (BLOCKS * targetDays);
    }

    /** Returns how many false alarms chance alone raises in a year, at most: rates of several keys add up. */
    public double falseAlarmsAYear() {
        return Rarity.DAYS_A_YEAR / targetDays;
    }

    /** Returns the years in which chance alone shows so much evidence about once. */
    public double years(double evidence) {
        return evidence * targetDays / Rarity.DAYS_A_YEAR;
    }
}
