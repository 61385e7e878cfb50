package heed.topology.silence;

/**
 * Settings of the silences.
 *
 * @param falseAlarmDays mean number of days between false silences of one place, by chance alone
 */
public record SilenceRules(double falseAlarmDays) {

    /** Version of the rule, part of every silence's identity. */
    static final String VERSION = "silence-1";

    private static final double SHORTEST = 30;
    private static final double LONGEST = 73_000;

    public SilenceRules {
        if (!(falseAlarmDays >= SHORTEST && falseAlarmDays <= LONGEST)) {
            throw new IllegalArgumentException(
                    "watch.silence-false-alarm-days must be 30 to 73,000, was " + falseAlarmDays);
        }
    }
}
