package heed.app.study;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A CUSUM that was told what nobody knows: the spread of answers on each weekday, how a day's answers move together,
 * and the size of the drop. A lower bound for what any detector can reach, not one that could be used.
 *
 * <p>Each answer adds its log likelihood ratio given the day's earlier answers (Dirichlet-multinomial). That days
 * resemble each other it does not use.
 */
public final class OracleCusum implements Detector {

    private static final int WEEK = 7;
    private static final int MOST_PEAKS = 400;

    private final double limit;
    private final double[][] usual = new double[WEEK][];
    private final double[][] fallen = new double[WEEK][];
    private final double weight;
    private final int[] today;
    private final PriorityQueue<Double> peaks = new PriorityQueue<>();
    private int answersToday;
    private double level;
    private double peak;
    private int alarms;

    /** Looks for a drop of that size; {@code limit} may be infinite, to learn the {@link #peaks()}. */
    public OracleCusum(Scenario scenario, double drop, double limit) {
        this.limit = limit;
        for (int day = 0; day < WEEK; day++) {
            usual[day] = scenario.shares(day, 0);
            fallen[day] = scenario.shares(day, drop);
        }
        weight = scenario.correlation() > 0 ? 1 / scenario.correlation() - 1 : Double.POSITIVE_INFINITY;
        today = new int[scenario.scores().length];
    }

    /** Returns the limit that would have raised so many alarms in lives of which these are the {@link #peaks()}. */
    public static double limit(List<double[]> peaks, double alarms) {
        double[] sorted =
                peaks.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        int above = (int) Math.max(1, Math.min(sorted.length, Math.round(alarms)));
        return sorted[sorted.length - above];
    }

    @Override
    public void answer(long day, double hour, int place) {
        int weekday = (int) (day % WEEK);
        double rise = Double.isInfinite(weight)
                ? fallen[weekday][place] / usual[weekday][place]
                : (weight * fallen[weekday][place] + today[place]) / (weight * usual[weekday][place] + today[place]);
        today[place]++;
        answersToday++;
        level += Math.log(rise);
        peak = Math.max(peak, level);
        if (level <= 0) {
            keepPeak();
            level = 0;
        } else if (level >= limit) {
            alarms++;
            level = 0;
            peak = 0;
        }
    }

    private void keepPeak() {
        if (peak > 0 && (peaks.size() < MOST_PEAKS || peak > peaks.peek())) {
            peaks.add(peak);
            if (peaks.size() > MOST_PEAKS) {
                peaks.remove();
            }
        }
        peak = 0;
    }

    /**
     * Returns the highest levels between two visits to 0, at most 400, in no order. With a limit among them, about as
     * many alarms would have been raised as there are higher ones.
     */
    public double[] peaks() {
        return peaks.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public void endDay(long day) {
        if (answersToday > 0) {
            Arrays.fill(today, 0);
            answersToday = 0;
        }
    }

    @Override
    public boolean open() {
        return false;
    }

    @Override
    public int alarms() {
        return alarms;
    }

    @Override
    public double watchedDays() {
        return 0;
    }
}
