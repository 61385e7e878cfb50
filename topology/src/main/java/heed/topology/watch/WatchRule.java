package heed.topology.watch;

/**
 * Holds a key to a false-alarm rate.
 *
 * @param targetDays mean number of days between false alarms of the key, by chance alone (T0)
 */
public record WatchRule(double targetDays) {

    /** Names the method; every drop carries it, so that results of two methods are never mixed. */
    public static final String VERSION = "watch-1";

    static final int BLOCKS = 24;
    static final int LONGEST_GAP = 7;

    private static final double DAYS_A_YEAR = 365;
    private static final double LONGEST = 1e9;

    public WatchRule {
        if (!(targetDays >= 1 && targetDays <= LONGEST)) {
            throw new IllegalArgumentException(
                    "Days between false alarms of a key must be 1 to 1,000,000,000, was " + targetDays);
        }
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
        return DAYS_A_YEAR / targetDays;
    }

    /** Returns the years in which chance alone shows so much evidence about once. */
    double years(double evidence) {
        return evidence * targetDays / DAYS_A_YEAR;
    }
}
