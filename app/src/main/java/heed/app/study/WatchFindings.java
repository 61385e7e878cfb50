package heed.app.study;

import heed.topology.detect.Loss;
import heed.topology.detect.MeasureWatch;
import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchListener;
import heed.topology.detect.WatchRule;

/**
 * Gives answers to the product's own watch, which learns what is usual as it goes, and counts one kind of what it finds. Time in which
 * such a finding is open does not count as watched.
 */
abstract class WatchFindings implements Detector, WatchListener {

    private static final double DAY_MS = 86_400_000;

    private final MeasureWatch key;
    private final int[] losses;
    private boolean learned;
    private boolean open;
    private int findings;
    private long since;
    private long newest;
    private long watched;

    /** Holds the watch to so many days between false findings. */
    WatchFindings(Scenario scenario, double targetDays) {
        key = new MeasureWatch(new WatchRule(targetDays));
        double[] scores = scenario.scores();
        losses = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            losses[i] = Loss.ofScore(scores[i]);
        }
    }

    /** Counts a finding, made at {@code at} in epoch milliseconds. */
    final void found(long at) {
        open = true;
        findings++;
        watched += at - since;
    }

    /** Notes that the open finding is over. */
    final void over(long at) {
        open = false;
        since = at;
    }

    @Override
    public final void answer(long day, double hour, int place) {
        newest = (long) ((day + hour / 24) * DAY_MS);
        key.add(day, (int) hour, losses[place], newest, this);
    }

    @Override
    public final void endDay(long day) {
        // The watch needs no end of a day.
    }

    @Override
    public final boolean open() {
        return open || !learned;
    }

    @Override
    public final int alarms() {
        return findings;
    }

    @Override
    public final double watchedDays() {
        return (watched + (open() ? 0 : newest - since)) / DAY_MS;
    }

    @Override
    public final void learned(WatchEvent.Learned event) {
        learned = true;
        since = event.atMs();
    }

    @Override
    public final void escalated(WatchEvent.Escalated event) {
        // A drop that grows is the same drop.
    }
}
