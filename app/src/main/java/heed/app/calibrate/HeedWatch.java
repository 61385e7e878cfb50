package heed.app.calibrate;

import heed.topology.watch.Loss;
import heed.topology.watch.WatchEvent;
import heed.topology.watch.WatchKey;
import heed.topology.watch.WatchListener;
import heed.topology.watch.WatchRule;

/** The product's own watch, which learns what is usual as it goes. Time in which a drop is open does not count as watched. */
public final class HeedWatch implements Rule, WatchListener {

    private static final double DAY_MS = 86_400_000;

    private final WatchKey key;
    private final int[] losses;
    private boolean learned;
    private boolean open;
    private int alarms;
    private long since;
    private long newest;
    private long watched;

    /** Holds the watch to so many days between false alarms. */
    public HeedWatch(Scenario scenario, double targetDays) {
        key = new WatchKey(new WatchRule(targetDays));
        double[] scores = scenario.scores();
        losses = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            losses[i] = Loss.ofScore(scores[i]);
        }
    }

    @Override
    public void answer(long day, double hour, int place) {
        newest = (long) ((day + hour / 24) * DAY_MS);
        key.add(day, (int) hour, losses[place], newest, this);
    }

    @Override
    public void endDay(long day) {
        // The watch needs no end of a day.
    }

    @Override
    public boolean open() {
        return open || !learned;
    }

    @Override
    public int alarms() {
        return alarms;
    }

    @Override
    public double watchedDays() {
        return (watched + (open() ? 0 : newest - since)) / DAY_MS;
    }

    @Override
    public void learned(WatchEvent.Learned event) {
        learned = true;
        since = event.at();
    }

    @Override
    public void alarm(WatchEvent.Alarm event) {
        open = true;
        alarms++;
        watched += event.at() - since;
    }

    @Override
    public void escalated(WatchEvent.Escalated event) {
        // The drop is open already.
    }

    @Override
    public void recovered(WatchEvent.Recovered event) {
        open = false;
        since = event.at();
    }
}
