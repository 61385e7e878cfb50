package heed.app.calibrate;

/**
 * An XmR chart of weekly means with the four rules of NHS England's Making Data Count, looking for worse only: a point
 * under the lower limit, seven in a row under the mean, six in a row falling, two of three beyond two thirds of the
 * way to the limit.
 *
 * <p>Mean and limits (2.66 mean moving ranges) are those of the first 26 weeks and then stay.
 */
final class WeeklyXmr implements Rule {

    static final int BASELINE_WEEKS = 26;

    private static final int WEEK = 7;
    private static final double TO_LIMIT = 2.66;
    private static final int SHIFT = 7;
    private static final int TREND = 6;

    private final double[] scores;
    private double sum;
    private int count;
    private int points;
    private double total;
    private double ranges;
    private double last = Double.NaN;
    private int below;
    private int falling = 1;
    private int near;
    private boolean open;
    private int alarms;
    private int watchedWeeks;

    WeeklyXmr(Scenario scenario) {
        scores = scenario.scores();
    }

    @Override
    public void answer(long day, double hour, int place) {
        sum += scores[place];
        count++;
    }

    @Override
    public void endDay(long day) {
        if ((day + 1) % WEEK == 0 && count > 0) {
            point(sum / count);
            sum = 0;
            count = 0;
        }
    }

    private void point(double mean) {
        points++;
        if (points <= BASELINE_WEEKS) {
            total += mean;
            ranges += points > 1 ? Math.abs(mean - last) : 0;
            last = mean;
            return;
        }
        watchedWeeks++;
        double centre = total / BASELINE_WEEKS;
        double reach = TO_LIMIT * ranges / (BASELINE_WEEKS - 1);
        below = mean < centre ? below + 1 : 0;
        falling = mean < last ? falling + 1 : 1;
        near = (near << 1 | (mean < centre - reach * 2 / 3 ? 1 : 0)) & 0b111;
        last = mean;
        boolean signal = mean < centre - reach
                || below >= SHIFT
                || falling >= TREND
                || (Integer.bitCount(near) >= 2 && (near & 1) > 0);
        if (signal && !open) {
            alarms++;
        }
        open = signal;
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
        return (double) watchedWeeks * WEEK;
    }
}
