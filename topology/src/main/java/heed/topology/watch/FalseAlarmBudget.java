package heed.topology.watch;

/**
 * Shares one rate of false alarms among many keys: their rates add up, so each key is held to a longer time.
 *
 * <p>Half of a hospital's budget is for its overall measure, half is shared evenly by its other measures. Wards have a
 * budget of their own, so that watching them costs the hospital's figures nothing.
 *
 * @param days mean number of days between false alarms of all keys in the budget together, by chance alone
 */
public record FalseAlarmBudget(double days) {

    /** One false alarm a year. */
    public static final FalseAlarmBudget YEARLY = new FalseAlarmBudget(365);

    private static final double LONGEST = 36_500;

    public FalseAlarmBudget {
        if (!(days >= 1 && days <= LONGEST)) {
            throw new IllegalArgumentException(
                    "Days between false alarms of a budget must be 1 to 36,500, was " + days);
        }
    }

    /** Returns the rule for the overall measure. */
    public WatchRule overall() {
        return new WatchRule(2 * days);
    }

    /** Returns the rule for each of so many other measures. */
    public WatchRule eachOfOthers(int others) {
        return new WatchRule(2 * days * atLeastOne(others));
    }

    /** Returns the rule for each of so many equal keys, as for someone who watches one measure of many hospitals. */
    public WatchRule eachOf(int keys) {
        return new WatchRule(days * atLeastOne(keys));
    }

    private static int atLeastOne(int keys) {
        if (keys < 1) {
            throw new IllegalArgumentException("A budget is shared by at least one key, was " + keys);
        }
        return keys;
    }
}
