package heed.app.study;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A rate of false alarms per year of one key, with a 95% interval.
 *
 * <p>The interval is that of a ratio over whole keys: a key whose baseline was learned unluckily has many alarms, so
 * alarms do not count as independent. Without an alarm the upper limit is 3 over the years.
 *
 * @param worstTenth the rate of the tenth of keys that have the most
 * @param alikeTenth the same by chance alone, were all keys alike (Poisson)
 */
public record FalseAlarms(double rate, double low, double high, double years, double worstTenth, double alikeTenth) {

    private static final double Z95 = 1.959963984540054;
    private static final double YEAR = 365;
    private static final double NEGLIGIBLE = 1e-12;

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
        return new FalseAlarms(
                rate,
                Math.max(0, rate - Z95 * error),
                high,
                years,
                worstTenth(alarms, watchedDays),
                alikeTenth(rate, years / keys));
    }

    private static double worstTenth(double[] alarms, double[] watchedDays) {
        List<Integer> worst = IntStream.range(0, alarms.length)
                .filter(i -> watchedDays[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -alarms[i] / watchedDays[i]))
                .limit(Math.max(1, alarms.length / 10))
                .toList();
        double sum = worst.stream().mapToDouble(i -> alarms[i]).sum();
        return sum * YEAR / worst.stream().mapToDouble(i -> watchedDays[i]).sum();
    }

    private static double alikeTenth(double rate, double yearsOfAKey) {
        double expected = rate * yearsOfAKey;
        double share = StrictMath.exp(-expected);
        double below = 0;
        double sum = 0;
        // Of the shares of 0, 1, 2 ... alarms, what lies above nine tenths.
        for (int alarms = 0; below < 1 - NEGLIGIBLE && share > 0; alarms++) {
            double above = Math.min(share, Math.max(0, below + share - .9));
            sum += above * alarms;
            below += share;
            share *= expected / (alarms + 1);
        }
        return sum / .1 / yearsOfAKey;
    }
}
