package heed.app.study;

import java.util.List;

/**
 * How long it took to find a drop in so many lives: the median, and what nine of ten did not exceed.
 *
 * @param medianLow with {@code medianHigh} a 95% interval of the median, whatever the distribution: the lives whose
 *     ranks a fair coin would bring the median's to
 */
public record Delays(
        SimulatedKey.Delay median,
        SimulatedKey.Delay medianLow,
        SimulatedKey.Delay medianHigh,
        SimulatedKey.Delay ninety,
        int lives) {

    private static final double Z95 = 1.959963984540054;

    /** Sums up a delay of each life; those of {@link SimulatedKey.Delay#NONE} do not count. */
    public static Delays of(List<SimulatedKey.Delay> all) {
        double[] answers =
                sorted(all.stream().mapToDouble(SimulatedKey.Delay::answers).toArray());
        double[] days =
                sorted(all.stream().mapToDouble(SimulatedKey.Delay::days).toArray());
        double reach = Z95 / 2 / Math.sqrt(days.length);
        return new Delays(
                at(.5, answers, days),
                at(Math.max(0, .5 - reach), answers, days),
                at(Math.min(1, .5 + reach), answers, days),
                at(.9, answers, days),
                days.length);
    }

    private static SimulatedKey.Delay at(double part, double[] answers, double[] days) {
        return new SimulatedKey.Delay(quantile(answers, part), quantile(days, part));
    }

    static double[] sorted(double[] values) {
        return java.util.Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    static double quantile(double[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
    }
}
