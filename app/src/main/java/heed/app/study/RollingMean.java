package heed.app.study;

/** The threshold rule: on every midnight, is the mean of the last seven days, of at least ten answers, 5 points low? */
final class RollingMean implements Detector {

    private static final int WINDOW = 7;
    private static final int FEWEST = 10;
    private static final double FALL = .05;
    private static final int BASELINE_DAYS = 7 * WeeklyXmr.BASELINE_WEEKS;

    private final double[] scores;
    private final double[] sums = new double[WINDOW];
    private final int[] counts = new int[WINDOW];
    private double usualSum;
    private long usualCount;
    private int days;
    private boolean open;
    private int alarms;

    RollingMean(Scenario scenario) {
        scores = scenario.scores();
    }

    @Override
    public void answer(long day, double hour, int place) {
        sums[days % WINDOW] += scores[place];
        counts[days % WINDOW]++;
    }

    @Override
    public void endDay(long day) {
        if (days < BASELINE_DAYS) {
            usualSum += sums[days % WINDOW];
            usualCount += counts[days % WINDOW];
        } else {
            judge();
        }
        days++;
        sums[days % WINDOW] = 0;
        counts[days % WINDOW] = 0;
    }

    private void judge() {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < WINDOW; i++) {
            sum += sums[i];
            count += counts[i];
        }
        boolean low = count >= FEWEST && sum / count < usualSum / usualCount - FALL;
        if (low && !open) {
            alarms++;
        }
        open = low;
    }

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public int alarms() {
        return alarms;
    }

    @Override
    public double watchedDays() {
        return Math.max(0, days - BASELINE_DAYS);
    }
}
