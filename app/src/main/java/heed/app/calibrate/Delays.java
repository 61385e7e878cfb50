package heed.app.calibrate;

import java.util.List;

/** How long it took to find a drop in so many lives: the median, and what nine of ten did not exceed. */
record Delays(Life.Delay median, Life.Delay ninety, int lives) {

    static Delays of(List<Life.Delay> all) {
        double[] answers = sorted(all.stream().mapToDouble(Life.Delay::answers).toArray());
        double[] days = sorted(all.stream().mapToDouble(Life.Delay::days).toArray());
        return new Delays(
                new Life.Delay(quantile(answers, .5), quantile(days, .5)),
                new Life.Delay(quantile(answers, .9), quantile(days, .9)),
                days.length);
    }

    private static double[] sorted(double[] values) {
        return java.util.Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static double quantile(double[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(part * sorted.length) - 1];
    }
}
