package heed.app.study;

/**
 * A rate of false alarms per year of one key, with a 95% interval.
 *
 * <p>The interval is that of a ratio over whole keys: a key whose baseline was learned unluckily has many alarms, so
 * alarms do not count as independent. Without an alarm the upper limit is 3 over the years.
 */
public record FalseAlarms(double rate, double low, double high, double years) {

    private static final double Z95 = 1.959963984540054;
    private static final double YEAR = 365;

    /** Takes what became of each key. */
    public static FalseAlarms of(double[] alarms, double[] watchedDays) {
        double sum = 0;
        double years = 0;
        for (int i = 0; i < alarms.length; i++) {
            sum += alarms[i];
            years += watchedDays[i] / YEAR;
        }
        double rate = sum / years;
        double squares = 0;
        for (int i = 0; i < alarms.length; i++) {
            double off = alarms[i] - rate * watchedDays[i] / YEAR;
            squares += off * off;
        }
        double keys = alarms.length;
        double error = Math.sqrt(squares * keys / (keys - 1)) / years;
        double high = sum == 0 ? 3 / years : rate + Z95 * error;
        return new FalseAlarms(rate, Math.max(0, rate - Z95 * error), high, years);
    }
}
