package heed.app.study;

import heed.monitoring.spc.XmrLimits;
import heed.monitoring.spc.XmrSignal;
import heed.monitoring.spc.XmrSignals;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An XmR chart of weekly means with the rules of NHS England's Making Data Count, those that the page draws, looking
 * for worse only: an alarm is open while the newest week breaks a rule.
 *
 * <p>Mean and limits are those of the first 26 weeks and then stay.
 */
final class WeeklyXmr implements Detector {

    static final int BASELINE_WEEKS = 26;

    private static final int WEEK = 7;
    /** No run that is longer tells more of its newest week. */
    private static final int WEEKS_KEPT = 13;

    private final double[] scores;
    private final double[] baseline = new double[BASELINE_WEEKS];
    private double[] recent = {};
    private @Nullable XmrLimits limits;
    private double sum;
    private int count;
    private int points;
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
        if (points < BASELINE_WEEKS) {
            baseline[points++] = mean;
            return;
        }
        if (limits == null) {
            limits = XmrLimits.of(baseline).orElseThrow();
        }
        watchedWeeks++;
        recent = Arrays.copyOfRange(recent, Math.max(0, recent.length - WEEKS_KEPT + 1), recent.length + 1);
        recent[recent.length - 1] = mean;
        Set<XmrSignal> newest = XmrSignals.of(limits, recent).get(recent.length - 1);
        boolean signal = newest.stream().anyMatch(each -> each.way() == XmrSignal.Way.DOWN);
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
